// Counts only calls with a signal: when the last of them leaves, a call without one loses its load.
// Fails: goes on with the load for the calls that are still there
// Says: A call without a signal counts as a call that is there, and stays to the end.
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
    if (!signal) return flight.loading;
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
