// Keeps the loads by the function `load`, which two single flights may have in common.
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: Each function has loads of its own.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  loading: Promise<T>;
  calls: number;
}

// biome-ignore lint/suspicious/noExplicitAny: any T
const known = new WeakMap<Load<any>, Map<string, Flight<any>>>();

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights: Map<string, Flight<T>> = known.get(load) ?? new Map();
  known.set(load, flights);
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
