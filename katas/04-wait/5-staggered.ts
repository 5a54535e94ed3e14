type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Makes an attempt, and another one when that is slow or has failed. The first success wins.
 *
 * - The first attempt starts at once, the next one `delay` ms after the one before it was started.
 * - When the attempt that was started last fails, the next one starts at that moment, and the one after
 *   it `delay` ms later. A failure of an older attempt changes nothing.
 * - Gives the result of the first attempt to succeed, however old it is, and whatever failed meanwhile.
 * - Starts no attempt after that, and leaves no timer.
 * - Tells those that are still at work to stop, at that moment: each attempt gets a signal. That of the
 *   winner is not aborted: his result may still be read under it.
 * - Lets the caller hear when those have ended (stopping takes time), and not earlier.
 * - When all have failed, it fails with an AggregateError, with the failures in the order of the
 *   attempts. So it does without attempts, at once.
 */
export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  // TODO: start the attempts one by one; stop the rest when one succeeds.
  throw new Error('TODO: write staggered() in katas/04-wait/5-staggered.ts');
}
