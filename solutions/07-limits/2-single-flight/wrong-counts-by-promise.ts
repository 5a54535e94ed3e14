// Counts the calls by the promise that `load` returned, and two loads may return the same one.
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: Each key has loads of its own: what happens to one changes nothing for others.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  promise: Promise<T>;
}
const counts = new WeakMap<Promise<unknown>, number>();
export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
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
    const flight: Flight<T> = { controller, promise };
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
      counts.set(flight.promise, (counts.get(flight.promise) ?? 0) + 1);
      const leave = () => {
        counts.set(flight.promise, (counts.get(flight.promise) ?? 0) - 1);
        reject(signal?.reason);
        if (counts.get(flight.promise) === 0) {
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
