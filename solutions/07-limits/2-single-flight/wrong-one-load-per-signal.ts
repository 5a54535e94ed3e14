// Keeps one load for each signal: a caller that asks for two keys leaves only the second.
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: Each key has loads of its own: what happens to one changes nothing for others.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  controller: AbortController;
  calls: number;
  promise: Promise<T>;
}
const flightOf = new WeakMap<AbortSignal, Flight<unknown>>();
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
      const mine = flights.get(key) ?? start(key);
      mine.calls += 1;
      if (signal) flightOf.set(signal, mine);
      const leave = () => {
        const flight: Pick<Flight<unknown>, 'controller' | 'calls'> = flightOf.get(
          signal as AbortSignal,
        ) ?? mine;
        flight.calls -= 1;
        reject(signal?.reason);
        if (flight.calls === 0) {
          forget(key, mine);
          flight.controller.abort(signal?.reason);
        }
      };
      signal?.addEventListener('abort', leave, { once: true });
      mine.promise.then(
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
