// tarn lends places, each with a thread or without one, and remembers who waits for a place.
import { Worker } from 'node:worker_threads';
import { Pool as Tarn } from 'tarn';

/** Waits for a promise that fulfils, and rejects if the signal is aborted before that. */
const unlessAborted = (promise: Promise<void>, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const leave = () => reject(signal?.reason);
    signal?.addEventListener('abort', leave);
    promise.then(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
  });

/** A place for a thread, which is started when a job needs it, and again when it has gone. */
class Place {
  readonly #file: URL;
  #worker: Worker | undefined;
  #hasThrown = false;
  #gone = Promise.resolve();

  constructor(file: URL) {
    this.#file = file;
  }

  #start(): Worker {
    const worker = new Worker(this.#file);
    worker.on('error', () => {
      this.#hasThrown = true;
    });
    this.#gone = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#worker = undefined;
        this.#hasThrown = false;
        resolve();
      });
    });
    return worker;
  }

  /** Settles when the thread has answered, or has gone. */
  async ask<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    // It has thrown, and has not gone yet: the job still waits.
    if (this.#hasThrown) await unlessAborted(this.#gone, signal);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let isEnding = false;
    const stop = () => {
      isEnding = true;
      worker.terminate();
    };
    const off: (() => void)[] = [];
    // biome-ignore lint/suspicious/noExplicitAny: as in Node's own types
    const hear = (event: string, listener: (given: any) => void) => {
      worker.on(event, listener);
      off.push(() => worker.off(event, listener));
    };
    signal?.addEventListener('abort', stop);
    try {
      worker.postMessage(job);
      return await new Promise<T>((resolve, reject) => {
        // An answer that comes after the abort frees no place: this thread takes no more jobs.
        hear('message', (answer) => isEnding || resolve(answer));
        hear('error', reject);
        hear('exit', (code) => {
          const aborted = signal?.aborted;
          reject(
            aborted ? signal.reason : new Error(`exited with code ${code}, and without an answer`),
          );
        });
      });
    } finally {
      for (const each of off) each();
      signal?.removeEventListener('abort', stop);
    }
  }

  async end(): Promise<void> {
    this.#worker?.terminate();
    await this.#gone;
  }
}

/** No timer of tarn is needed: nothing here comes too late. */
const NEVER = 2 ** 31 - 1;

export class Pool {
  readonly #places: Tarn<Place>;
  readonly #calls = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    this.#places = new Tarn<Place>({
      create: () => new Place(file),
      destroy: (place) => place.end(),
      min: 0,
      max: size,
      acquireTimeoutMillis: NEVER,
      reapIntervalMillis: NEVER,
    });
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#closing) throw new Error('closed');
    signal?.throwIfAborted();
    const call = this.#call<T>(job, signal);
    this.#calls.add(call);
    return call.finally(() => this.#calls.delete(call));
  }

  async #call<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    const request = this.#places.acquire();
    const leave = () => request.abort();
    signal?.addEventListener('abort', leave);
    let place: Place;
    try {
      place = await request.promise;
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
    try {
      return await place.ask<T>(job, signal);
    } finally {
      this.#places.release(place);
    }
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await Promise.allSettled(this.#calls);
      await this.#places.destroy();
    })();
    return this.#closing;
  }
}
