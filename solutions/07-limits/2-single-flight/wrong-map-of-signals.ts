// Keeps one function for each signal. Two calls may have the same signal.
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Says: When it is aborted, both of them leave
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const flight = flights.get(key) ?? start(key);
      flight.calls.set(signal, reject);
      const leave = () => {
        flight.calls.get(signal)?.(signal?.reason);
        flight.calls.delete(signal);
        if (flight.calls.size > 0) return;
        flight.forget();
        flight.controller.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => signal?.removeEventListener('abort', leave);
      flight.loading.then(resolve, reject).then(over);
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const loading = (async () => load(key, controller.signal))().finally(forget);
    const flight = {
      loading,
      controller,
      calls: new Map<AbortSignal | undefined, (reason: unknown) => void>(),
      forget,
    };
    flights.set(key, flight);
    return flight;
  }
}

interface Flight<T> {
  loading: Promise<T>;
  controller: AbortController;
  calls: Map<AbortSignal | undefined, (reason: unknown) => void>;
  forget: () => void;
}
