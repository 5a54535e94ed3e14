// A Set of the calls that wait: each has the functions of its promise. The load settles all that are in it.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

interface Waiter<T> {
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
  signal: AbortSignal | undefined;
  leave: () => void;
}

class Flight<T> {
  readonly waiters = new Set<Waiter<T>>();
  readonly #controller = new AbortController();
  readonly #onEnd: (flight: Flight<T>) => void;

  constructor(onEnd: (flight: Flight<T>) => void) {
    this.#onEnd = onEnd;
  }

  start(key: string, load: Load<T>) {
    new Promise<T>((resolve) => resolve(load(key, this.#controller.signal))).then(
      (value) => this.#settle((waiter) => waiter.resolve(value)),
      (error) => this.#settle((waiter) => waiter.reject(error)),
    );
  }

  join(signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiters.delete(waiter);
        reject(signal?.reason);
        if (this.waiters.size === 0) {
          this.#onEnd(this);
          this.#controller.abort();
        }
      };
      const waiter = { resolve, reject, signal, leave };
      this.waiters.add(waiter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #settle(tell: (waiter: Waiter<T>) => void) {
    this.#onEnd(this);
    for (const waiter of this.waiters) {
      waiter.signal?.removeEventListener('abort', waiter.leave);
      tell(waiter);
    }
  }
}

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return async (key, signal) => {
    if (signal?.aborted) throw signal.reason;
    const known = flights.get(key);
    if (known) return known.join(signal);
    const flight = new Flight<T>((ended) => {
      if (flights.get(key) === ended) flights.delete(key);
    });
    flights.set(key, flight);
    const joined = flight.join(signal);
    flight.start(key, load);
    return joined;
  };
}
