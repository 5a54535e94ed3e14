// Joins no load that was started more than a minute ago.
// Fails: starts no second load while one of the same key is in flight
// Says: A load of this key was in flight, and it had not been told to stop.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  calls: number;
  at?: number;
  promise: Promise<T>;
}
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
    const flight: Flight<T> = { controller, calls: 0, promise, at: Date.now() };
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
      const listed = flights.get(key);
      const flight = listed && Date.now() - (listed.at ?? 0) < 60_000 ? listed : start(key);
      flight.calls += 1;
      const leave = () => {
        flight.calls -= 1;
        reject(signal?.reason);
        if (flight.calls === 0) {
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
