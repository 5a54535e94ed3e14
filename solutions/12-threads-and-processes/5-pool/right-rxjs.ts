// A stream of jobs, of which mergeMap subscribes to as many as there are places.

import { Worker } from 'node:worker_threads';
import { defer, EMPTY, lastValueFrom, mergeMap, Subject } from 'rxjs';

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

interface Task {
  isLeft: boolean;
  work: (place: Place) => Promise<void>;
}

export class Pool {
  readonly #tasks = new Subject<Task>();
  readonly #all: Place[];
  readonly #ended: Promise<unknown>;
  #isClosed = false;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    this.#all = Array.from({ length: size }, () => new Place(file));
    const idle = [...this.#all];
    const done = this.#tasks.pipe(
      mergeMap((task) => {
        if (task.isLeft) return EMPTY;
        return defer(async () => {
          const place = idle.pop() as Place;
          await task.work(place);
          idle.push(place);
        });
      }, size),
    );
    this.#ended = lastValueFrom(done, { defaultValue: undefined });
  }

  run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isClosed) throw new Error('closed');
      signal?.throwIfAborted();
      const heed = () => signal?.addEventListener('abort', leave);
      const leave = () => {
        task.isLeft = true;
        signal?.removeEventListener('abort', leave);
        reject(signal?.reason);
      };
      const task: Task = {
        isLeft: false,
        work: (place) => {
          signal?.removeEventListener('abort', leave);
          return place.ask<T>(job, signal).then(resolve, reject);
        },
      };
      heed();
      this.#tasks.next(task);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#tasks.complete();
    await this.#ended;
    await Promise.all(this.#all.map((place) => place.end()));
  }
}
