// Looks for the load of the key when a call leaves, and finds the one that came after its own.
// Fails: keeps nothing of a load that has ended
// Fails: leaves no listener on the signal of a call that has settled
// Says: 'ada' had settled: when its signal is aborted, it does not leave the new load.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, { loading: Promise<T>; stop: AbortController; calls: number }>();
  return async (key, signal) => {
    signal?.throwIfAborted();
    if (!flights.has(key)) {
      const stop = new AbortController();
      const fresh = { loading: (async () => load(key, stop.signal))(), stop, calls: 0 };
      flights.set(key, fresh);
      const forget = () => flights.get(key) === fresh && flights.delete(key);
      fresh.loading.then(forget, forget);
    }
    const { loading } = flights.get(key) as { loading: Promise<T> };
    const joined = flights.get(key);
    if (joined) joined.calls++;
    return new Promise<T>((resolve, reject) => {
      loading.then(resolve, reject);
      signal?.addEventListener('abort', () => {
        reject(signal.reason);
        const flight = flights.get(key);
        if (!flight || --flight.calls > 0) return;
        flights.delete(key);
        flight.stop.abort();
      });
    });
  };
}
