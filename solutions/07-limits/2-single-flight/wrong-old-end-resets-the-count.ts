// Keeps the counts by key, and the end of an old load sets back the count of the new one.
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Says: 'load x 2' is in flight when 'load x' ends, and 'cy' joins it.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  promise: Promise<T>;
}
export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  const counts = new Map<string, number>();
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
    const end = () => {
      forget(key, flight);
      counts.delete(key);
    };
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
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const leave = () => {
        counts.set(key, (counts.get(key) ?? 0) - 1);
        reject(signal?.reason);
        if (counts.get(key) === 0) {
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
