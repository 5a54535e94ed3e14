// Joins the signals with `AbortSignal.any`: the first one that is aborted stops the load for all.
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Says: Another call is still there, and the load goes on for it.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Promise<T>>();
  const signals = new Map<string, AbortController>();
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const controller = signals.get(key) ?? new AbortController();
      const loading = flights.get(key) ?? (async () => load(key, controller.signal))();
      flights.set(key, loading);
      signals.set(key, controller);
      const forget = () => {
        if (flights.get(key) !== loading) return;
        flights.delete(key);
        signals.delete(key);
      };
      loading.then(resolve, reject);
      loading.then(forget, forget);
      if (!signal) return;
      const either = AbortSignal.any([signal, controller.signal]);
      const stop = () => {
        reject(either.reason);
        forget();
        controller.abort(either.reason);
      };
      either.addEventListener('abort', stop);
      const over = () => either.removeEventListener('abort', stop);
      loading.then(over, over);
    });
}
