// Keeps the loads in a plain object, which has a `constructor` before anything was put there.
// Fails: calls load during the first call for a key, with the key and a signal of its own
// Fails: starts no second load while one of the same key is in flight
// Says: A plain object has keys that your code has not set, such as `constructor`.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights: Record<string, Flight<T>> = {};
  return (key, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (!flights[key]) flights[key] = start(key);
      const flight = flights[key];
      const leave = () => {
        reject(signal?.reason);
        if (--flight.calls > 0) return;
        if (flights[key] === flight) delete flights[key];
        flight.controller.abort();
      };
      flight.calls++;
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => {
        signal?.removeEventListener('abort', leave);
        if (flights[key] === flight) delete flights[key];
      };
      flight.loading.then(over, over);
      flight.loading.then(resolve, reject);
    });

  function start(key: string): Flight<T> {
    const controller = new AbortController();
    return { controller, loading: (async () => load(key, controller.signal))(), calls: 0 };
  }
}

interface Flight<T> {
  controller: AbortController;
  loading: Promise<T>;
  calls: number;
}
