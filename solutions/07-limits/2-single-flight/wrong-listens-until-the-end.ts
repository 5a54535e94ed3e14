// Removes its listener when the load ends: a call that has left keeps one for as long as the load is stopping.
// Fails: leaves no listener on the signal of a call that has settled
// Says: What the call has added to its signal, it removes when it leaves
/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return;
        // It is stopping now: a call that joined it would fail for no reason of its own.
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.add(leave);
      signal?.addEventListener('abort', leave);
      const settle = (end: () => void) => {
        signal?.removeEventListener('abort', leave);
        end();
      };
      flight.loading.then(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    const forget = () => {
      // A new load may have taken its place.
      if (flights.get(key) === flight) flights.delete(key);
    };
    const loading = (async () => load(key, controller.signal))().finally(forget);
    const flight = { loading, controller, calls: new Set<() => void>(), forget };
    flights.set(key, flight);
    return flight;
  }
}

interface Flight<T> {
  readonly loading: Promise<T>;
  readonly controller: AbortController;
  /** One for each call that has not left. */
  readonly calls: Set<() => void>;
  readonly forget: () => void;
}
