// Leaves its listener on the signal of a call that has settled: a signal may live as long as its program.
// Fails: leaves no listener on the signal of a call that has settled
// Says: A listener stays on its signal until your code removes it
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        if (!flight.calls.delete(leave) || flight.calls.size > 0) return;
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.add(leave);
      signal?.addEventListener('abort', leave, { once: true });
      flight.loading.then(resolve, reject);
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    const forget = () => {
      flight.calls.clear();
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
