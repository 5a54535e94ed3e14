// Assumes that each call has a signal.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: starts no second load while one of the same key is in flight
// Fails: fulfils all of its calls with its value, at the same moment
// Fails: rejects all of its calls with its reason, at the same moment, also when load throws
// Fails: keeps nothing of a load that has ended
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: sets no timer
// Says: It rejected at 7 ms with: TypeError: no signal
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  loading: Promise<T>;
  calls: number;
}

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  const begin = (key: string): Flight<T> => {
    const controller = new AbortController();
    const loading = (async () => load(key, controller.signal))();
    const flight = { controller, loading, calls: 0 };
    flights.set(key, flight);
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    loading.then(forget, forget);
    return flight;
  };
  return async (key, signal) => {
    if (!signal) throw new TypeError('no signal');
    signal.throwIfAborted();
    const flight = flights.get(key) ?? begin(key);
    flight.calls++;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal.reason);
        if (--flight.calls > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(signal.reason);
      };
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([left, flight.loading]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  };
}
