/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs `op` with a time limit. When the time is up, tells it to stop.
 *
 * - Calls `op` once, during the call, with an AbortSignal that is not aborted.
 * - When `op` is still running after `ms` milliseconds, aborts the signal at that moment. Its reason is an Error
 *   whose `name` is 'TimeoutError', like the reason of `AbortSignal.timeout()`.
 * - Settles only when `op` has ended, also after the abort. (Stopping takes time, and `op` may ignore its signal.)
 * - When `op` rejects after the abort, with whatever reason, rejects with the reason of the signal: the same object.
 * - When `op` fulfils after the abort, fulfils with its value.
 * - When `op` fulfils in time, fulfils with its value at that moment, whatever value it is.
 * - When `op` rejects in time, rejects with its reason at that moment, as it is. A throw of `op` counts as a
 *   rejection.
 * - When `op` has ended in time, its signal is not aborted, not even later: the caller may still read a result under
 *   it.
 * - Sets one timer, and leaves none when `op` ends in time.
 * - Each call has its own signal and its own time.
 * - With `Infinity` there is no limit, and no timer is set.
 *
 * @param ms a whole number from 1 to 2,147,483,647 (some 24 days), or `Infinity`
 */
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  // TODO: call op with a signal; when the time is up, abort it, and wait for its end.
  throw new Error('TODO: write withTimeout() in katas/06-cancellation/2-with-timeout.ts');
}
