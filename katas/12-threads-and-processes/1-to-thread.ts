/**
 * Has a thread of its own do one job. The code in `file` gets a copy of the job as its `workerData`. It posts its answer
 * as one message, and then the thread ends by itself.
 *
 * - Starts one thread, with a copy of the job as it is in the call, and leaves the job itself as it is. The thread of the
 *   caller computes nothing meanwhile, and needs no timer.
 * - Fulfils with the answer when the thread has ended, whatever value the answer is.
 * - When the code of the thread throws, rejects at that moment with the error that the worker emits, whatever value it
 *   is.
 * - When the thread ends without an answer, rejects at that moment with an Error. Its message is
 *   `exited with code 3, and without an answer`, with the exit code of the thread: 0, too.
 * - When `job` cannot be copied, rejects with the error of `new Worker` (a `DataCloneError`), and does not throw in the
 *   call.
 * - When `signal` is aborted, ends the thread at that moment, also while it starts or computes. When the thread has
 *   ended, rejects with the reason of the signal, whatever value it is.
 * - When `signal` was aborted before the call, rejects immediately with its reason, and starts no thread. It does not
 *   throw in the call.
 * - When the returned promise settles, leaves no thread, and no listener on the signal.
 * - Each call has a thread of its own, also when two calls get the same file, job and signal. Other listeners of the
 *   signal, and its `onabort`, stay as they are.
 * - All of that is so for real: on threads of Node.
 */
export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  // TODO: start a Worker of node:worker_threads, and listen to its events.
  throw new Error('TODO: write toThread() in katas/12-threads-and-processes/1-to-thread.ts');
}
