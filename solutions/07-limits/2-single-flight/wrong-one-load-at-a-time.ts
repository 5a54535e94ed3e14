// Keeps one load and its key: a load of another key takes its place.
// Fails: starts no second load while one of the same key is in flight
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: 'load x 2' was started at 7 ms
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  let current:
    | { key: string; loading: Promise<T>; stop: AbortController; calls: number }
    | undefined;
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (current?.key !== key) {
        const stop = new AbortController();
        current = { key, loading: (async () => load(key, stop.signal))(), stop, calls: 0 };
      }
      const flight = current;
      const forget = () => {
        if (current === flight) current = undefined;
      };
      const leave = () => {
        reject(signal?.reason);
        if (--flight.calls > 0) return;
        forget();
        flight.stop.abort();
      };
      flight.calls++;
      signal?.addEventListener('abort', leave, { once: true });
      const over = () => {
        signal?.removeEventListener('abort', leave);
        forget();
      };
      flight.loading.then(over, over);
      flight.loading.then(resolve, reject);
    });
}
