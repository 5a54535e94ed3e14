// Waits, in the last call that leaves, until the load has stopped.
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: waits for no load
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        const quit = () => reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return quit();
        flight.forget();
        flight.controller.abort();
        flight.loading.then(quit, quit);
      };
      flight.calls.add(leave);
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => signal?.removeEventListener('abort', leave);
      const end = (settle: () => void) => {
        if (flight.calls.has(leave)) settle();
        over();
      };
      flight.loading.then(
        (value) => end(() => resolve(value)),
        (error) => end(() => reject(error)),
      );
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
