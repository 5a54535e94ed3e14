// Forgets a load only when it has ended: a call that comes while it stops joins a load that will fail.
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Fails: sets no timer
// Says: A load that is stopping is not joined, and not waited for: start a new one.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return;
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
