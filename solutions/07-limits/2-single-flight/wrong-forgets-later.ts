// Forgets a load in the next event-loop iteration: a call that is made when another one settles gets the old result.
// Fails: keeps nothing of a load that has ended
// Fails: leaves no listener on the signal of a call that has settled
// Fails: sets no timer
// Says: 'bob' comes as soon as 'ada' has settled: a load that has ended is not kept.
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
      setImmediate(() => {
        if (flights.get(key) === flight) flights.delete(key);
      });
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
