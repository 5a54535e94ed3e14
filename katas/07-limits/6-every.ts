/** Starts a piece of work and returns its promise. Aborting the signal tells the work to stop. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Calls `f` on a beat, until `signal` is aborted. The beats are at 0, `ms`, 2 × `ms`, 3 × `ms` and so on, counted
 * from the call of `every`.
 *
 * - Calls `f` with `signal` at each beat at which no call is running. The first call comes immediately.
 * - Leaves out a beat that comes while a call is running, and makes no call for it later.
 * - When the thread is busy at a beat, makes the call as soon as the thread is free; one call, also if several beats
 *   came meanwhile. The next call comes at the next beat.
 * - Makes one call for a beat, also when a timer fires less than a millisecond early.
 * - Goes on, whatever the calls fulfil with.
 * - When a call rejects, rejects at that moment with the same reason, whatever value it is. Makes no more calls. A
 *   throw of `f` counts as a rejection.
 * - When `signal` is aborted between two calls, fulfils at that moment.
 * - When `signal` is aborted during a call, makes no more calls. Fulfils when that call has ended, also if it rejects.
 * - When `signal` was aborted before the call, fulfils immediately, and does not call `f`.
 * - Needs no timer that fires between two beats, and no loop that reads the clock. Leaves no timer, and no listener on
 *   `signal`. Other listeners of the signal, and its `onabort`, stay as they are.
 * - Each call of `every` has its own beat, also if two of them get the same `f` and the same signal.
 * - If `ms` is below 1, infinite or NaN, does not call `f`, and rejects with a RangeError.
 */
export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  // TODO: call f, and wait for the next beat or for the end, whichever comes first.
  throw new Error('TODO: write every() in katas/07-limits/6-every.ts');
}
