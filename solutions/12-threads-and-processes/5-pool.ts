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

/**
 * Keeps up to `size` threads of one file, and one queue of jobs for them. The code in `file` gets each job as a message,
 * and posts its answer as one message. `run()` hands in a job, `close()` ends the threads. `size` is a whole number.
 *
 * - Starts a thread when a job waits, no thread is idle, and there are fewer than `size`, and at no other time. (A thread
 *   that ends is there until its `exit`.) Each is kept for the next jobs. No timer fires.
 * - Starts the jobs in the order of the calls, each as soon as a thread is idle. A thread has one job at a time.
 * - `run` fulfils with the answer to its own job when that is posted, whatever value the job and the answer are.
 * - When the thread of a job throws, `run` rejects with the error that the worker emits. When it ends without an answer,
 *   `run` rejects with an Error, whose message is `exited with code 3, and without an answer` for the exit code 3. All
 *   other jobs go on. If one waits when the thread has ended, a new thread starts for it.
 * - A thread that throws or ends while it is idle fails no job, also none that comes between its `error` and its `exit`.
 *   The next job gets another thread.
 * - When `job` cannot be copied, `run` rejects with the error of `postMessage` (a `DataCloneError`), and all other jobs
 *   go on. `run` never throws in the call.
 * - When `signal` is aborted while the job waits, or was aborted before the call, `run` rejects immediately with its
 *   reason, and no thread gets the job.
 * - When `signal` is aborted while a thread has the job, ends that thread. When it has ended, `run` rejects with the
 *   reason, and if a job waits, a new thread starts for it.
 * - `close` lets all jobs that have been handed in come to their end, also those that wait. It fulfils when no thread is
 *   left, and may be called again. After the first call, `run` rejects immediately with an Error: `closed`.
 * - When all calls have settled, leaves nothing: no thread, no listener on a signal, and while it works no more listeners
 *   on a thread than for its first job.
 * - Each pool has threads and a queue of its own. The constructor throws a RangeError when `size` is less than 1 or NaN.
 * - All of that is so for real: on threads of Node.
 */
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
