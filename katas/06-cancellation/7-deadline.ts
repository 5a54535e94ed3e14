/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * One budget of time for several steps: what the first one uses, the others do not have.
 *
 * - `left()` returns how many of the `ms` milliseconds are left. They run from the construction on, also between the
 *   steps, and `left()` is never less than 0.
 * - `run` calls `op` once, during the call, with an AbortSignal that is not aborted.
 * - When the time is up while `op` is running, its signal is aborted at that moment. The reason is an Error whose
 *   `name` is 'TimeoutError'.
 * - With `limit`, that happens `limit` ms after the call of `run` at the latest. A limit ends its own step only.
 * - When the signal of the caller is aborted, so are the signals of all running steps, with the same reason.
 * - `run` settles only when `op` has ended. After an abort, it fulfils with the value of `op`, or rejects with the
 *   reason of the signal, whatever `op` rejects with.
 * - When `op` ends before an abort, `run` settles at that moment, with the same value or reason. A throw counts as a
 *   rejection. The time and the limit do not abort its signal after that.
 * - When the time is up before the call, `run` and `pause` reject immediately with a TimeoutError. When the signal of
 *   the caller was aborted before, they reject with its reason. `op` is not called.
 * - `pause` fulfils after exactly `ms` milliseconds, or rejects with the reason when the caller's signal is aborted.
 * - When the pause takes as long as what is left, or longer, it rejects immediately with a TimeoutError.
 * - Timers and listeners are there only while a step or a pause is running. `run` sets one timer at most, and none
 *   without any limit. No timer fires twice.
 * - A time or limit that is less than 1, or NaN, is a RangeError: the constructor throws it, `run` and `pause` reject
 *   with it, and `op` is not called. `Infinity` is no limit.
 *
 * @param ms a whole number from 1 to 2,147,483,647 (some 24 days), or `Infinity`
 */
export class Deadline {
  constructor(ms: number, signal?: AbortSignal) {
    // TODO: remember when the time is up.
    throw new Error('TODO: write Deadline in katas/06-cancellation/7-deadline.ts');
  }

  left(): number {
    throw new Error('TODO: write left() in katas/06-cancellation/7-deadline.ts');
  }

  async run<T>(op: Op<T>, limit?: number): Promise<T> {
    throw new Error('TODO: write run() in katas/06-cancellation/7-deadline.ts');
  }

  async pause(ms: number): Promise<void> {
    throw new Error('TODO: write pause() in katas/06-cancellation/7-deadline.ts');
  }
}
