/**
 * Waits for some time. When `signal` is aborted, the wait ends early.
 *
 * - When `signal` is aborted during the wait, rejects at that moment, with the reason of the signal.
 * - The reason is passed on as it is, whatever value it is: an Error, a text, `null`.
 * - After an abort, no timer is left.
 * - When `signal` was aborted before the call, rejects immediately with its reason, and sets no timer. It does not
 *   throw in the call.
 * - When it is not aborted in time, or there is no signal, fulfils exactly `ms` milliseconds after the call.
 * - When the time is over, leaves no listener on the signal, nor on one that your code made of it with
 *   `AbortSignal.any()`. An abort after that has no effect.
 * - An abort ends all sleeps with that signal, and no others. Other listeners of the signal, and its `onabort`, stay
 *   as they are.
 * - Each call sets one timer, and it fires once at most.
 *
 * @param ms a whole number, at least 1
 */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  // TODO: wait for a timer, or for the 'abort' event of the signal.
  throw new Error('TODO: write sleep() in katas/06-cancellation/1-abortable-sleep.ts');
}
