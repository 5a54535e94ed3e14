// A loop for each thread: it takes jobs from the queue, one after another, until there is none.
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

interface Task {
  job: unknown;
  signal: AbortSignal | undefined;
  settle: (answer: Promise<unknown>) => void;
}

export class Pool {
  readonly #all: Place[] = [];
  readonly #idle: Place[] = [];
  readonly #queue: Task[] = [];
  readonly #loops = new Set<Promise<void>>();
  #isClosed = false;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    for (let i = 0; i < size; i++) this.#idle.push(new Place(file));
    this.#all.push(...this.#idle);
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#isClosed) throw new Error('closed');
    signal?.throwIfAborted();
    const answer = new Promise<unknown>((resolve, reject) => {
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(task), 1);
        signal?.removeEventListener('abort', leave);
        reject(signal?.reason);
      };
      const settle = (answer: Promise<unknown>) => {
        signal?.removeEventListener('abort', leave);
        resolve(answer);
      };
      const task = { job, signal, settle };
      signal?.addEventListener('abort', leave);
      this.#queue.push(task);
    });
    const place = this.#idle.pop();
    if (place) {
      const loop = this.#work(place);
      this.#loops.add(loop);
      loop.then(() => this.#loops.delete(loop));
    }
    return answer as Promise<T>;
  }

  async #work(place: Place): Promise<void> {
    for (let task = this.#queue.shift(); task; task = this.#queue.shift()) {
      const answer = place.ask(task.job, task.signal);
      task.settle(answer);
      await answer.catch(() => {});
    }
    this.#idle.push(place);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#loops);
    await Promise.all(this.#all.map((place) => place.end()));
  }
}
