// Deals the jobs out: on two threads, the third one goes to the first thread, whether or not that is idle.
// Fails: starts a thread only when a job needs one, and keeps it for the next jobs
// Fails: starts the jobs in order, each as soon as a thread is idle, and one at a time
// Fails: rejects when the thread of a job fails, and has a new one do the next job
// Fails: rejects immediately when the signal is aborted while the job waits, or was before
// Fails: ends the thread of a job when its signal is aborted, and rejects when that has ended
// Fails: close lets all jobs end, then the threads, and refuses later ones
// Fails: leaves nothing, and no more listeners on a thread than for its first job
// Fails: goes on when a thread ends that is idle
// Fails: goes on when a thread ends that is idle
// Says: 'b' was started at 127 ms; expected at 97 ms.
import { Worker } from 'node:worker_threads';

interface Task {
  resolve: (answer: never) => void;
  reject: (reason: unknown) => void;
  signal: AbortSignal | undefined;
}

interface Line {
  worker: Worker;
  tasks: Task[];
}

export class Pool {
  readonly #file: URL;
  readonly #lines: (Line | undefined)[];
  #calls = 0;
  #closing: Promise<void> | undefined;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    this.#file = file;
    this.#lines = Array.from({ length: size });
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#closing) throw new Error('closed');
    signal?.throwIfAborted();
    const place = this.#calls++ % this.#lines.length;
    const line = this.#lines[place] ?? this.#start(place);
    line.worker.postMessage(job);
    return new Promise<T>((resolve, reject) => {
      line.tasks.push({ resolve, reject, signal });
      signal?.addEventListener('abort', () => line.worker.terminate());
    });
  }

  #start(place: number): Line {
    const worker = new Worker(this.#file);
    const line: Line = { worker, tasks: [] };
    this.#lines[place] = line;
    worker.on('message', (answer) => line.tasks.shift()?.resolve(answer as never));
    worker.on('error', (error) => line.tasks.shift()?.reject(error));
    worker.on('exit', (code) => {
      this.#lines[place] = undefined;
      for (const { reject, signal } of line.tasks)
        reject(
          signal?.aborted
            ? signal.reason
            : new Error(`exited with code ${code}, and without an answer`),
        );
    });
    return line;
  }

  async close(): Promise<void> {
    this.#closing ??= (async () => {
      const lines = this.#lines.filter((line) => line !== undefined);
      const last = lines.flatMap(({ tasks }) => tasks.slice(-1));
      await Promise.all(
        last.map(
          (task) =>
            new Promise<void>((done) => {
              const { resolve, reject } = task;
              task.resolve = (answer) => done(resolve(answer));
              task.reject = (reason) => done(reject(reason));
            }),
        ),
      );
      await Promise.all(lines.map(({ worker }) => worker.terminate()));
    })();
    return this.#closing;
  }
}
