// A thread fetches its first job when it is online, and the next one when it has answered: it is never given one.
import { Worker } from 'node:worker_threads';

interface Task {
  readonly job: unknown;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly stop: () => void;
  worker?: Worker;
}

export class Pool {
  readonly #file: URL;
  readonly #size: number;
  #waiting: Task[] = [];
  readonly #starting = new Set<Worker>();
  readonly #idle = new Set<Worker>();
  readonly #busy = new Map<Worker, Task>();
  #there = 0;
  #closed: (() => void)[] | undefined;

  constructor(file: URL, size: number) {
    if (Number.isNaN(size) || size < 1) throw new RangeError(`no pool has ${size} threads`);
    this.#file = file;
    this.#size = size;
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#closed) throw new Error('closed');
    signal?.throwIfAborted();
    return await new Promise<T>((fulfil, reject) => {
      const stop = () => {
        if (task.worker) return void task.worker.terminate();
        this.#waiting = this.#waiting.filter((other) => other !== task);
        this.#settle(task, () => reject(signal?.reason));
      };
      const task: Task = {
        job,
        signal,
        resolve: fulfil as (answer: unknown) => void,
        reject,
        stop,
      };
      signal?.addEventListener('abort', stop);
      this.#waiting.push(task);
      this.#look();
    });
  }

  close(): Promise<void> {
    this.#closed ??= [];
    return new Promise((resolve) => {
      this.#closed?.push(resolve);
      this.#look();
    });
  }

  #settle({ signal, stop }: Task, how: () => void): void {
    signal?.removeEventListener('abort', stop);
    how();
  }

  #look(): void {
    for (const worker of this.#idle) this.#fetch(worker);
    while (this.#waiting.length > this.#starting.size && this.#there < this.#size) this.#start();
    if (!this.#closed || this.#waiting.length > 0) return;
    for (const worker of [...this.#idle, ...this.#starting]) worker.terminate();
    if (this.#there === 0) for (const resolve of this.#closed.splice(0)) resolve();
  }

  #fetch(worker: Worker): void {
    for (let task = this.#waiting.shift(); task; task = this.#waiting.shift()) {
      const { job, reject } = task;
      try {
        worker.postMessage(job);
      } catch (error) {
        this.#settle(task, () => reject(error));
        continue;
      }
      task.worker = worker;
      this.#idle.delete(worker);
      return void this.#busy.set(worker, task);
    }
  }

  #start(): void {
    const worker = new Worker(this.#file);
    this.#there++;
    this.#starting.add(worker);
    worker.on('online', () => {
      this.#starting.delete(worker);
      this.#idle.add(worker);
      this.#look();
    });
    worker.on('message', (answer) => {
      const task = this.#busy.get(worker);
      if (!task || task.signal?.aborted) return;
      this.#busy.delete(worker);
      this.#settle(task, () => task.resolve(answer));
      this.#idle.add(worker);
      this.#look();
    });
    worker.on('error', (error) => {
      this.#idle.delete(worker);
      const task = this.#busy.get(worker);
      if (!task || task.signal?.aborted) return;
      this.#busy.delete(worker);
      this.#settle(task, () => task.reject(error));
    });
    worker.on('exit', (code) => {
      this.#there--;
      for (const threads of [this.#idle, this.#starting]) threads.delete(worker);
      const task = this.#busy.get(worker);
      this.#busy.delete(worker);
      const { aborted, reason } = task?.signal ?? {};
      const error = new Error(`exited with code ${code}, and without an answer`);
      if (task) this.#settle(task, () => task.reject(aborted ? reason : error));
      this.#look();
    });
  }
}
