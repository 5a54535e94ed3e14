// Sets `onabort`, which holds one function: the next call of the same caller takes its place.
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: keeps the loads of two keys apart, and those of two functions
// Fails: leaves no listener on the signal of a call that has settled
// Says: When it is aborted, both of them leave
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      const leave = () => {
        reject(signal?.reason);
        flight.calls.delete(leave);
        if (flight.calls.size > 0) return;
        flight.forget();
        flight.controller.abort();
      };
      flight.calls.add(leave);
      if (signal) signal.onabort = leave;
      const over = () => {
        if (signal) signal.onabort = null;
      };
      flight.loading.then(resolve, reject).then(over);
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
