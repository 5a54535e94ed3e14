// A semaphore of promises hands the places on, one to each job that waits.
import { Worker } from 'node:worker_threads';

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

class Places {
  readonly #free: Place[];
  readonly #waiting: ((place: Place) => void)[] = [];

  constructor(places: Place[]) {
    this.#free = places;
  }

  acquire(signal?: AbortSignal): Promise<Place> {
    return new Promise((resolve, reject) => {
      const free = this.#free.pop();
      if (free) return resolve(free);
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        signal?.removeEventListener('abort', leave);
        reject(signal?.reason);
      };
      const take = (place: Place) => {
        signal?.removeEventListener('abort', leave);
        resolve(place);
      };
      signal?.addEventListener('abort', leave);
      this.#waiting.push(take);
    });
  }

  release(place: Place): void {
    const next = this.#waiting.shift();
    if (next) next(place);
    else this.#free.push(place);
  }
}

export class Pool {
  readonly #all: Place[];
  readonly #places: Places;
  readonly #calls = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    this.#all = Array.from({ length: size }, () => new Place(file));
    this.#places = new Places([...this.#all]);
  }

  run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    const call = this.#run<T>(job, signal);
    this.#calls.add(call);
    return call.finally(() => this.#calls.delete(call));
  }

  async #run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#isClosed) throw new Error('closed');
    signal?.throwIfAborted();
    const place = await this.#places.acquire(signal);
    try {
      return await place.ask<T>(job, signal);
    } finally {
      this.#places.release(place);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#calls);
    await Promise.all(this.#all.map((place) => place.end()));
  }
}
