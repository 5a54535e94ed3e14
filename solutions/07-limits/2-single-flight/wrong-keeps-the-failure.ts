// Forgets a load only when it has fulfilled: after a failure all calls get the same error from now on.
// Fails: keeps nothing of a load that has ended
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Says: What a load has fulfilled or rejected with is not kept
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

class Flight<T> {
  readonly controller = new AbortController();
  readonly result: Promise<T>;
  there = 0;
  readonly close: () => void;

  constructor(load: (signal: AbortSignal) => Promise<T>, close: (flight: Flight<T>) => void) {
    this.close = () => close(this);
    this.result = new Promise<T>((resolve) => resolve(load(this.controller.signal)));
    this.result.then(this.close, () => {});
  }

  async board(signal?: AbortSignal): Promise<T> {
    this.there++;
    let reject: (reason: unknown) => void = () => {};
    const left = new Promise<never>((_, no) => {
      reject = no;
    });
    const quit = () => {
      this.there--;
      reject(signal?.reason);
      if (this.there === 0) this.stop();
    };
    signal?.addEventListener('abort', quit, { once: true });
    try {
      return await Promise.race([left, this.result]);
    } finally {
      signal?.removeEventListener('abort', quit);
    }
  }

  stop() {
    this.close();
    this.controller.abort();
  }
}

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  return async (key, signal) => {
    signal?.throwIfAborted();
    let flight = flights.get(key);
    if (!flight) {
      const close = (one: Flight<T>) => {
        if (flights.get(key) === one) flights.delete(key);
      };
      flight = new Flight<T>((own) => load(key, own), close);
      flights.set(key, flight);
    }
    return flight.board(signal);
  };
}
