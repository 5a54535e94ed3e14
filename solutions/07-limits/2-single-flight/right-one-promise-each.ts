// Promise.withResolvers by hand: the returned function is short, and a class per load knows how to be left.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

class Flight<T> {
  private readonly controller = new AbortController();
  private there = 0;
  readonly result: Promise<T>;
  private readonly close: () => void;

  constructor(load: (signal: AbortSignal) => Promise<T>, close: (flight: Flight<T>) => void) {
    this.close = () => close(this);
    this.result = this.run(load);
  }

  private async run(load: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const [end] = await Promise.allSettled([(async () => load(this.controller.signal))()]);
    this.close();
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  }

  board(signal: AbortSignal | undefined): Promise<T> {
    this.there++;
    if (!signal) return this.result;
    return new Promise((resolve, reject) => {
      const quit = () => {
        this.there--;
        reject(signal.reason);
        if (this.there > 0) return;
        this.close();
        this.controller.abort(new Error('every call has left'));
      };
      signal.addEventListener('abort', quit, { once: true });
      this.result.then(resolve, reject).then(() => signal.removeEventListener('abort', quit));
    });
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
