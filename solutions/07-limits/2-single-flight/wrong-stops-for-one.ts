// Stops the load when any of its calls leaves, although others are still there.
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Says: Another call is still there, and the load goes on for it.
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
    signal?.throwIfAborted();
    const flight = flights.get(key) ?? begin(key);
    flight.calls++;
    if (!signal) return flight.loading;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal.reason);
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
