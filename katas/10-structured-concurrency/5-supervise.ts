/** How patient a supervisor is; times in ms. */
export interface Limits {
  /** How long it waits after the first failure. */
  delay: number;
  /** How many failures it takes within the window. */
  limit: number;
  /** How long a failure counts. */
  within: number;
}

/**
 * Keeps a child running: starts it again when it fails, but not forever.
 *
 * - Calls `child` immediately, with a signal. When it fulfils, it is done, and so is the supervisor: it fulfils with undefined
 *   in that millisecond.
 * - When it rejects, or throws in the call, that is a failure. After it, waits and starts the child again.
 * - Waits `delay` after the first failure, and twice as long for each further one that counts: delay, 2 · delay, 4 · delay …
 * - A failure counts for less than `within` ms: one that is `within` ms old is forgotten.
 * - When more than `limit` failures count, waits no more. It rejects in that millisecond, with the reason of the last one.
 * - When `signal` is aborted while the child is running, so is the signal of the child, in that millisecond and with the same
 *   reason. Waits for the end of the child. Then it fulfils, whatever the child does.
 * - When `signal` is aborted during a wait, fulfils in that millisecond, and starts nothing. When it was aborted before
 *   the call, calls nothing, and fulfils.
 * - Sets one timer for each wait, and none that is left. Leaves no listener on `signal`; others and `onabort` stay.
 * - `limit` is a whole number from 1 on, or Infinity. `delay` and `within` are numbers from 1 on; `within` may be Infinity. For
 *   any other value it rejects with a RangeError, and calls nothing.
 * - Each call counts its own failures.
 */
export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  // TODO: run the child, and start it again when it fails, until it is done or has failed too often.
  throw new Error('TODO: write supervise() in katas/10-structured-concurrency/5-supervise.ts');
}
