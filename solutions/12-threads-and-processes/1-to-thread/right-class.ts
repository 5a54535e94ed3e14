// A class with a method for each event, which settles when the thread has ended.
import { Worker } from 'node:worker_threads';

class Job<T> {
  readonly #worker: Worker;
  readonly #signal: AbortSignal | undefined;
  #answers: T[] = [];
  #errors: unknown[] = [];

  constructor(worker: Worker, signal: AbortSignal | undefined) {
    this.#worker = worker;
    this.#signal = signal;
    worker.on('message', (answer) => this.#answers.push(answer));
    worker.on('error', (error) => this.#errors.push(error));
    signal?.addEventListener('abort', this);
  }

  handleEvent(): void {
    this.#worker.terminate();
  }

  ended(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#worker.on('exit', (code) => {
        this.#signal?.removeEventListener('abort', this);
        for (const error of this.#errors) reject(error);
        for (const answer of this.#answers) resolve(answer);
        if (this.#signal?.aborted) reject(this.#signal.reason);
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
    });
  }
}

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  return new Job<T>(new Worker(file, { workerData: job }), signal).ended();
}
