// Has one controller for all loads: what is aborted stays aborted.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Fails: sets no timer
// Says: with the signal of another load
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  loading: Promise<T>;
  calls: number;
}

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const controller = new AbortController();
  const flights = new Map<string, Flight<T>>();
  const begin = (key: string): Flight<T> => {
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
