// Does not count the call that starts the load, if it has no signal.
// Fails: goes on with the load for the calls that are still there
// Says: A call without a signal counts as a call that is there, and stays to the end.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  calls: number;
  joined?: boolean;
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
      if (signal || flight.joined) flight.calls += 1;
      flight.joined = true;
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
