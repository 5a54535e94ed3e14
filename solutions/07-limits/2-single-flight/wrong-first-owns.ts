// Passes the signal of the first call to `load`: when that call leaves, all others lose their load.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: keeps nothing of a load that has ended
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: with the signal of a call
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Promise<T>>();
  return async (key, signal) => {
    signal?.throwIfAborted();
    let loading = flights.get(key);
    if (!loading) {
      loading = (async () => load(key, signal ?? new AbortController().signal))();
      flights.set(key, loading);
      const forget = () => {
        if (flights.get(key) === loading) flights.delete(key);
      };
      loading.then(forget, forget);
    }
    return new Promise<T>((resolve, reject) => {
      const leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => signal?.removeEventListener('abort', leave);
      loading.then(resolve, reject).then(over);
    });
  };
}
