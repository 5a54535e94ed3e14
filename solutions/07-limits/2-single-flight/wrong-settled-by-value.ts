// Keeps the value beside the promise, and asks `if (value)` whether the load has ended.
// Fails: rejects all of its calls with its reason, at the same moment, also when load throws
// Fails: keeps nothing of a load that has ended
// Says: A promise may reject with any value.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return (key, signal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let flight = flights.get(key);
      if (!flight) {
        const fresh = new Flight<T>();
        flight = fresh;
        flights.set(key, fresh);
        const forget = () => flights.get(key) === fresh && flights.delete(key);
        fresh.onStop = forget;
        (async () => load(key, fresh.controller.signal))().then(
          (value) => {
            forget();
            fresh.end(value, undefined);
          },
          (error) => {
            forget();
            fresh.end(undefined, error);
          },
        );
      }
      flight.add({ resolve, reject, signal });
    });
}

interface Waiter<T> {
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
  signal: AbortSignal | undefined;
  leave?: () => void;
}

class Flight<T> {
  readonly controller = new AbortController();
  readonly waiters: Waiter<T>[] = [];
  onStop = () => {};

  add(waiter: Waiter<T>) {
    this.waiters.push(waiter);
    waiter.leave = () => {
      waiter.reject(waiter.signal?.reason);
      this.waiters.splice(this.waiters.indexOf(waiter), 1);
      if (this.waiters.length > 0) return;
      this.onStop();
      this.controller.abort();
    };
    waiter.signal?.addEventListener('abort', waiter.leave, { once: true });
  }

  end(value: T | undefined, error: unknown) {
    for (const { resolve, reject, signal, leave } of this.waiters) {
      if (leave) signal?.removeEventListener('abort', leave);
      if (error) reject(error);
      else resolve(value as T);
    }
  }
}
