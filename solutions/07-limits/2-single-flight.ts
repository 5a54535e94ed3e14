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
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return;
        // It is stopping now: a call that joined it would fail for no reason of its own.
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.add(leave);
      signal?.addEventListener('abort', leave, { once: true });
      const settle = (end: () => void) => {
        signal?.removeEventListener('abort', leave);
        end();
      };
      flight.loading.then(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    const forget = () => {
      // A new load may have taken its place.
      if (flights.get(key) === flight) flights.delete(key);
    };
    const loading = (async () => load(key, controller.signal))().finally(forget);
    const flight = { loading, controller, calls: new Set<() => void>(), forget };
    flights.set(key, flight);
    return flight;
  }
}

interface Flight<T> {
  readonly loading: Promise<T>;
  readonly controller: AbortController;
  /** One for each call that has not left. */
  readonly calls: Set<() => void>;
  readonly forget: () => void;
}
