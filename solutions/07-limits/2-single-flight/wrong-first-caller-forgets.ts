// Only the call that started the load takes it off the list, and not if it has left.
// Fails: goes on with the load for the calls that are still there
// Says: 'bob' comes after that end: start a new load, which has an end of its own.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  calls: number;
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
    promise.catch(() => {});
    return flight;
  }
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const owner = !flights.has(key);
      let left = false;
      const flight = flights.get(key) ?? start(key);
      flight.calls += 1;
      const leave = () => {
        flight.calls -= 1;
        left = true;
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
          if (owner && !left) forget(key, flight);
          resolve(value);
        },
        (error) => {
          signal?.removeEventListener('abort', leave);
          if (owner && !left) forget(key, flight);
          reject(error);
        },
      );
    });
}
