/** Starts work and returns its promise. It cannot be told to stop. */
type Io<T> = () => Promise<T>;

/**
 * Starts work that must not stop halfway, such as a payment. The caller may stop waiting; the work goes on.
 *
 * - Calls `work` once, during the call, with no arguments: the work is not told of an abort.
 * - When `signal` is aborted while the work is running, rejects at that moment, with the reason of the signal,
 *   whatever value it is.
 * - When the work rejects after the abort, calls `onLost` once, at that moment, with the same reason, whatever value
 *   it is.
 * - When the work fulfils after the abort, does not call `onLost`.
 * - When the work fulfils first, fulfils with its value at that moment, whatever value it is.
 * - When the work rejects first, rejects with the same reason at that moment, and never calls `onLost`: the caller
 *   has that reason. A throw of `work` counts as a rejection.
 * - When the work has ended without an abort, leaves no listener on the signal, nor on one that your code made of it
 *   with `AbortSignal.any()`.
 * - When `signal` was aborted before the call, rejects immediately with its reason, and calls neither `work` nor
 *   `onLost`. It does not throw in the call.
 * - Each call has its own work and its own `onLost`, also if two calls get the same ones, or their work returns the
 *   same promise. Other listeners of the signal, and its `onabort`, stay as they are.
 */
export async function shield<T>(
  work: Io<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  // TODO: start the work, and wait for its end or for the 'abort' event, whichever comes first.
  throw new Error('TODO: write shield() in katas/06-cancellation/4-shield.ts');
}
