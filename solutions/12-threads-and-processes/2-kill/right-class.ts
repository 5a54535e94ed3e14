// A class with a deadline. What comes first is noted, and the exit passes it on.
import { Worker } from 'node:worker_threads';

class Shift<T> {
  readonly #worker: Worker;
  readonly #timer: NodeJS.Timeout | undefined;
  #told: { answer: T } | { error: unknown } | undefined;

  constructor(worker: Worker, ms: number) {
    this.#worker = worker;
    if (Number.isFinite(ms)) this.#timer = setTimeout(() => this.#close(), ms);
    worker.once('message', (answer) => this.#note({ answer }));
    worker.once('error', (error) => this.#note({ error }));
  }

  #close(): void {
    this.#note({ error: new DOMException('The time is over', 'TimeoutError') });
    this.#worker.terminate();
  }

  #note(told: { answer: T } | { error: unknown }): void {
    this.#told ??= told;
  }

  ended(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#worker.once('exit', (code) => {
        clearTimeout(this.#timer);
        this.#note({ error: new Error(`exited with code ${code}, and without an answer`) });
        const told = this.#told;
        if (told && 'answer' in told) resolve(told.answer);
        else reject(told?.error);
      });
    });
  }
}

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError('too short');
  const worker = new Worker(file, { workerData: job });
  return new Shift<T>(worker, ms).ended();
}
