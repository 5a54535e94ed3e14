/**
 * Has a thread of its own do one job, and ends the thread when it is not done within `ms` milliseconds. The code in
 * `file` gets a copy of the job as its `workerData`. It posts its answer as one message, and then it ends by itself.
 *
 * - Starts one thread, with a copy of the job as it is in the call, and leaves the job itself as it is. The thread of the
 *   caller computes nothing meanwhile: its own timers are never late.
 * - Fulfils with the answer when the thread has ended in time, whatever value the answer is.
 * - When the thread has not ended `ms` milliseconds after the call, ends it at that moment, whatever it is doing: it
 *   may still start, wait for a message, or be in a loop without an end.
 * - When it has ended for that reason, rejects with an Error whose `name` is 'TimeoutError', like the reason of
 *   `AbortSignal.timeout()`.
 * - When the thread fails by itself in time, rejects at that moment. When its code throws: with the error that the worker
 *   emits, whatever value it is. When it ends without an answer: with an Error, whose message is `exited with code 3,
 *   and without an answer` for the exit code 3.
 * - When `job` cannot be copied, rejects with the error of `new Worker` (a `DataCloneError`). When `ms` is less than 1
 *   or NaN, rejects with a RangeError, and starts no thread. It never throws in the call.
 * - Sets one timer. When the returned promise settles, leaves no timer and no thread.
 * - Each call has a thread and a time of its own, also when two calls get the same file, job and `ms`.
 * - With `Infinity` there is no deadline, and no timer is set.
 * - All of that is so for real: on threads of Node.
 *
 * @param ms a whole number from 1 to 2,147,483,647 (some 24 days), or `Infinity`
 */
export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  // TODO: start a Worker of node:worker_threads and a timer; whichever is first decides.
  throw new Error('TODO: write within() in katas/12-threads-and-processes/2-kill.ts');
}
