// Lets a call that leaves wait until the load has ended, as for work of its own.
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: waits for no load
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

class Flight<T> {
  readonly controller = new AbortController();
  readonly result: Promise<T>;
  there = 0;
  readonly close: () => void;

  constructor(load: (signal: AbortSignal) => Promise<T>, close: (flight: Flight<T>) => void) {
    this.close = () => close(this);
    this.result = new Promise<T>((resolve) => resolve(load(this.controller.signal)));
    this.result.then(this.close, this.close);
  }

  async board(signal?: AbortSignal): Promise<T> {
    this.there++;
    const quit = () => {
      this.there--;
      if (this.there === 0) this.stop();
    };
    signal?.addEventListener('abort', quit, { once: true });
    try {
      await Promise.allSettled([this.result]);
      if (signal?.aborted) throw signal.reason;
      return await this.result;
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
