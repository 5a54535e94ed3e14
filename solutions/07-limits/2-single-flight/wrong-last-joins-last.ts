// Remembers only the last call that joined, and stops the load when that one leaves.
// Fails: goes on with the load for the calls that are still there
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Says: Another call is still there, and the load goes on for it.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        if (!flight.calls.delete(leave)) return;
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.clear();
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
