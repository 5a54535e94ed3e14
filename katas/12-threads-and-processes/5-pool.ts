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
  constructor(file: URL, size: number) {
    // TODO: keep both, and make room for the jobs that wait and for the threads that are idle.
    throw new Error('TODO: write the constructor in katas/12-threads-and-processes/5-pool.ts');
  }

  async run<T>(job: unknown, signal?: AbortSignal): Promise<T> {
    // TODO: post the job to a thread that is idle, or to a new one, or let it wait.
    throw new Error('TODO: write run() in katas/12-threads-and-processes/5-pool.ts');
  }

  async close(): Promise<void> {
    // TODO: take no more jobs, let the others end, then end the threads.
    throw new Error('TODO: write close() in katas/12-threads-and-processes/5-pool.ts');
  }
}
