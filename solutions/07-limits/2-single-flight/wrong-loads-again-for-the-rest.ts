// When the call that has started the load leaves, starts another load for those that are there.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: rejects all of its calls with its reason, at the same moment, also when load throws
// Fails: keeps nothing of a load that has ended
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: with the signal of a call
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, { loading: Promise<T>; calls: number }>();
  return async (key, signal): Promise<T> => {
    signal?.throwIfAborted();
    const known = flights.get(key);
    if (known) {
      known.calls++;
      return new Promise((resolve, reject) => {
        const leave = () => reject(signal?.reason);
        signal?.addEventListener('abort', leave, { once: true });
        const over = () => signal?.removeEventListener('abort', leave);
        const again = () => load(key, signal ?? new AbortController().signal);
        known.loading.catch(again).then(resolve, reject).then(over);
      });
    }
    const flight = {
      loading: (async () => load(key, signal ?? new AbortController().signal))(),
      calls: 1,
    };
    flights.set(key, flight);
    const forget = () => flights.get(key) === flight && flights.delete(key);
    flight.loading.then(forget, forget);
    signal?.addEventListener('abort', forget, { once: true });
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => {
        signal?.removeEventListener('abort', leave);
        signal?.removeEventListener('abort', forget);
      };
      flight.loading.then(resolve, reject).then(over);
    });
  };
}
