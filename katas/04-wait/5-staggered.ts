/** Starts an attempt and returns its promise. Aborting the signal stops the attempt. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Starts attempts one after another, `delay` ms apart, until one fulfils.
 *
 * - Starts the first attempt immediately, and the next one `delay` ms after the start of the one
 *   before. Starts none after a success.
 * - When the newest attempt (the one started last) rejects, starts the next one immediately. The
 *   one after that follows `delay` ms later.
 * - An attempt that throws counts as one that rejects.
 * - When an older attempt rejects, still waits for the delay.
 * - Fulfils with the value of the first attempt that fulfils. It may be any value, also an Error.
 * - The oldest attempt can still win when all newer ones have rejected.
 * - When an aborted attempt fulfils or rejects later, keeps the first value, and starts no other attempt.
 * - Leaves no timer.
 * - Aborts the other running attempts as soon as one fulfils: each attempt gets an AbortSignal.
 * - Aborts no attempt of another call.
 * - Does not abort the signal of the winner: its result may still be read under that signal.
 * - Settles only when the aborted attempts have ended. (Stopping takes time.)
 * - Does not change the list.
 * - When all attempts reject, rejects with an AggregateError. Its `errors` are the same errors, in input
 *   order. They may be any values, also `undefined`.
 * - With an empty list, rejects immediately with an AggregateError that has no errors.
 */
export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  // TODO: start the attempts one after another; abort the rest when one fulfils.
  throw new Error('TODO: write staggered() in katas/04-wait/5-staggered.ts');
}
