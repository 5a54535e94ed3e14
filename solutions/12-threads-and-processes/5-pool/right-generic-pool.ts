// generic-pool lends places, each with a thread or without one. A request of it cannot be aborted: what it lends too late is given back.

import { Worker } from 'node:worker_threads';
import { createPool } from 'generic-pool';

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

export class Pool {
  readonly #places: ReturnType<typeof createPool<Place>>;
  #closing: Promise<void> | undefined;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    const create = async () => new Place(file);
    const destroy = (place: Place) => place.end();
    this.#places = createPool({ create, destroy }, { max: size });
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#closing) throw new Error('closed');
    signal?.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      const leave = () => {
        signal?.removeEventListener('abort', leave);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      this.#places.use(async (place) => {
        if (signal?.aborted) return;
        signal?.removeEventListener('abort', leave);
        await place.ask<T>(job, signal).then(resolve, reject);
      });
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#places
      .drain()
      .then(() => this.#places.clear())
      .then(() => {});
    return this.#closing;
  }
}
