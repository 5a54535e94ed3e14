// Takes no thread twice, and there may be any number of them.
// Fails: starts a thread only when a job needs one, and keeps it for the next jobs
// Fails: starts the jobs in order, each as soon as a thread is idle, and one at a time
// Fails: rejects when the thread of a job fails, and has a new one do the next job
// Fails: goes on when a thread ends that is idle
// Fails: rejects when a job cannot be copied, and goes on
// Fails: rejects immediately when the signal is aborted while the job waits, or was before
// Fails: ends the thread of a job when its signal is aborted, and rejects when that has ended
// Fails: close lets all jobs end, then the threads, and refuses later ones
// Fails: leaves nothing, and no more listeners on a thread than for its first job
// Says: 'c' was started at 30 ms, while 'a' and 'b' were running; expected at 83 ms.
import { Worker } from 'node:worker_threads';

export class Pool {
  readonly #file: URL;
  readonly #calls = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(file: URL, size: number) {
    if (!(size >= 1)) throw new RangeError(`size is ${size}`);
    this.#file = file;
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    if (this.#isClosed) throw new Error('closed');
    signal?.throwIfAborted();
    const worker = new Worker(this.#file);
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop);
    const call = new Promise<T>((resolve, reject) => {
      worker.on('message', (answer: T) => {
        resolve(answer);
        worker.terminate();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        signal?.removeEventListener('abort', stop);
        const error = new Error(`exited with code ${code}, and without an answer`);
        reject(signal?.aborted ? signal.reason : error);
      });
      try {
        worker.postMessage(job);
      } catch (error) {
        worker.terminate();
        reject(error);
      }
    });
    this.#calls.add(call);
    return call;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#calls);
  }
}
