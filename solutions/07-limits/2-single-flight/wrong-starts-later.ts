// Awaits something before it calls `load`: two calls in a row both find nothing to join.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: starts no second load while one of the same key is in flight
// Fails: keeps nothing of a load that has ended
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Says: A call runs a function synchronously up to its first await.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, { loading: Promise<T>; stop: AbortController; calls: number }>();
  return async (key, signal) => {
    signal?.throwIfAborted();
    let flight = flights.get(key);
    if (!flight) {
      await null;
      const stop = new AbortController();
      const loading = (async () => load(key, stop.signal))();
      const fresh = { loading, stop, calls: 0 };
      flight = fresh;
      flights.set(key, fresh);
      const forget = () => flights.get(key) === fresh && flights.delete(key);
      loading.then(forget, forget);
    }
    const mine = flight;
    mine.calls++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason);
        if (--mine.calls > 0) return;
        if (flights.get(key) === mine) flights.delete(key);
        mine.stop.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => signal?.removeEventListener('abort', leave);
      mine.loading.then(resolve, reject).then(over);
    });
  };
}
