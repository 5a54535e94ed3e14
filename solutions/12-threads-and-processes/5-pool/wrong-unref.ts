// Calls `unref()` on its threads, so that an idle pool lets the process end. (A busy one lets it end as well.)
// Fails: starts a thread only when a job needs one, and keeps it for the next jobs
// Fails: starts the jobs in order, each as soon as a thread is idle, and one at a time
// Fails: fulfils each call with the answer to its own job, whatever value that is
// Fails: rejects when the thread of a job fails, and has a new one do the next job
// Fails: goes on when a thread ends that is idle
// Fails: rejects when a job cannot be copied, and goes on
// Fails: rejects immediately when the signal is aborted while the job waits, or was before
// Fails: ends the thread of a job when its signal is aborted, and rejects when that has ended
// Fails: close lets all jobs end, then the threads, and refuses later ones
// Fails: leaves nothing, and no more listeners on a thread than for its first job
// Fails: each pool has its own threads, and throws for a number that is no size
// Says: only threads are left that do not keep the process alive
import { Worker } from 'node:worker_threads';

interface Task {
  readonly job: unknown;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Listens to the signal. */
  readonly abort: () => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it works at; undefined while it is idle. */
  task: Task | undefined;
  /** It has thrown, or was terminated: it gets no more jobs, and holds its place until it has gone. */
  isEnding: boolean;
}

export class Pool {
  readonly #file: URL;
  readonly #size: number;
  readonly #waiting: Task[] = [];
  readonly #threads = new Set<Thread>();
  #closing: Promise<void> | undefined;
  #hasClosed = () => {};

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`a pool cannot have ${size} threads`);
    this.#file = file;
    this.#size = size;
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#closing) throw new Error('closed');
    signal?.throwIfAborted();
    return new Promise<T>((fulfil, reject) => {
      const resolve = fulfil as (answer: unknown) => void;
      const abort = () => this.#abort(task);
      const task: Task = { job, signal, resolve, reject, abort };
      signal?.addEventListener('abort', abort);
      this.#waiting.push(task);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      this.#hasClosed = resolve;
    });
    this.#next();
    return this.#closing;
  }

  /** Posts what waits, as far as there are threads. When there will be no more jobs, ends the threads. */
  #next(): void {
    for (let thread = this.#free(); thread; thread = this.#free()) {
      thread.task = this.#waiting.shift();
      try {
        thread.worker.postMessage(thread.task?.job);
      } catch (error) {
        this.#take(thread)?.reject(error);
      }
    }
    if (!this.#closing || this.#waiting.length > 0) return;
    for (const thread of this.#threads) if (!thread.task) this.#end(thread);
    if (this.#threads.size === 0) this.#hasClosed();
  }

  /** A thread for the next job, if one waits and there may be one. */
  #free(): Thread | undefined {
    if (this.#waiting.length === 0) return undefined;
    for (const thread of this.#threads) if (!thread.task && !thread.isEnding) return thread;
    return this.#threads.size < this.#size ? this.#start() : undefined;
  }

  #start(): Thread {
    const worker = new Worker(this.#file);
    const thread: Thread = { worker, task: undefined, isEnding: false };
    this.#threads.add(thread);
    worker.on('message', (answer) => {
      if (thread.isEnding) return;
      this.#take(thread)?.resolve(answer);
      this.#next();
    });
    worker.on('error', (error) => {
      thread.isEnding = true;
      this.#take(thread)?.reject(error);
    });
    worker.on('exit', (code) => {
      this.#threads.delete(thread);
      const task = this.#take(thread);
      const { aborted, reason } = task?.signal ?? {};
      task?.reject(aborted ? reason : new Error(`exited with code ${code}, and without an answer`));
      this.#next();
    });
    worker.unref();
    return thread;
  }

  #end(thread: Thread): void {
    thread.isEnding = true;
    thread.worker.terminate();
  }

  /** Its task has come to an end, and no abort can reach it any more. */
  #take(thread: Thread): Task | undefined {
    const { task } = thread;
    task?.signal?.removeEventListener('abort', task.abort);
    thread.task = undefined;
    return task;
  }

  #abort(task: Task): void {
    for (const thread of this.#threads) if (thread.task === task) this.#end(thread);
    const place = this.#waiting.indexOf(task);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    task.signal?.removeEventListener('abort', task.abort);
    task.reject(task.signal?.reason);
  }
}
