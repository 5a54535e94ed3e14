// Never forgets that a call without a signal has come for a key, and stops none of its loads after that.
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Says: The last call has left.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  calls: number;
  promise: Promise<T>;
}
export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  const pinned = new Set<string>();
  function forget(key: string, flight: Flight<T>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }
  function start(key: string): Flight<T> {
    const controller = new AbortController();
    let promise: Promise<T>;
    try {
      promise = load(key, controller.signal);
    } catch (error) {
      promise = Promise.reject(error);
    }
    const flight: Flight<T> = { controller, calls: 0, promise };
    flights.set(key, flight);
    const end = () => forget(key, flight);
    promise.then(end, end);
    return flight;
  }
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const flight = flights.get(key) ?? start(key);
      flight.calls += 1;
      if (!signal) pinned.add(key);
      const leave = () => {
        flight.calls -= 1;
        reject(signal?.reason);
        if (flight.calls === 0 && !pinned.has(key)) {
          forget(key, flight);
          flight.controller.abort(signal?.reason);
        }
      };
      signal?.addEventListener('abort', leave, { once: true });
      flight.promise.then(
        (value) => {
          signal?.removeEventListener('abort', leave);
          resolve(value);
        },
        (error) => {
          signal?.removeEventListener('abort', leave);
          reject(error);
        },
      );
    });
}
