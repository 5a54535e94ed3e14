/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

/**
 * Returns a function that loads. Calls for the same key, while it is loading, share one load.
 *
 * - If no load of its key is in flight, a call starts one: it calls `load` once, during the call, with the key and
 *   an AbortSignal of its own that is not aborted. Any text is a key. `singleFlight` itself does not call `load`.
 * - If a load of its key is in flight, a call joins it, and does not call `load`.
 * - All calls of a load that are still there fulfil with its value, at the same moment.
 * - If the load rejects, or throws, all calls that are still there reject with its reason, at the same moment.
 * - A load that has ended is not kept, neither its value nor its reason. The next call starts a new load, also when
 *   it is made as soon as a call has settled.
 * - When the signal of a call is aborted, that call leaves: it rejects with the reason of its signal, at that moment.
 * - While other calls are there, the load goes on for them. A call without a signal stays to the end.
 * - When the last call has left, the signal of the load is aborted, at that moment. It is never aborted otherwise.
 * - A load that was told to stop is not joined. The next call starts a new load, also in the line after the abort, and
 *   calls after that join the new one. The end of the old load changes nothing, whatever it ends with.
 * - If the signal of a call was aborted before, that call rejects with its reason immediately, and neither starts a load
 *   nor joins one.
 * - Each key has loads of its own, and so has each function that `singleFlight` returns.
 * - Leaves no listener on the signal of a call that has settled.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  // TODO: start a load, or join the one that is in flight.
  throw new Error('TODO: write singleFlight() in katas/07-limits/2-single-flight.ts');
}
