// Looks every ms, which is nearly in time, and keeps a timer for each call.
// Fails: starts no second load while one of the same key is in flight
// Fails: rejects all of its calls with its reason, at the same moment, also when load throws
// Fails: keeps nothing of a load that has ended
// Fails: rejects a call with the reason of its signal, at the moment of the abort
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: sets no timer
// Says: 50,000 timers fired one after another, and nothing else happened.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<
    string,
    { calls: number; end?: PromiseSettledResult<T>; stop: AbortController }
  >();
  return async (key, signal) => {
    signal?.throwIfAborted();
    let flight = flights.get(key);
    if (!flight) {
      const stop = new AbortController();
      const fresh: { calls: number; end?: PromiseSettledResult<T>; stop: AbortController } = {
        calls: 0,
        stop,
      };
      flight = fresh;
      flights.set(key, fresh);
      Promise.allSettled([(async () => load(key, stop.signal))()]).then(([end]) => {
        fresh.end = end;
        if (flights.get(key) === fresh) flights.delete(key);
      });
    }
    flight.calls++;
    while (!flight.end && !signal?.aborted) await new Promise((resolve) => setTimeout(resolve, 1));
    if (signal?.aborted && --flight.calls === 0) {
      if (flights.get(key) === flight) flights.delete(key);
      flight.stop.abort();
    }
    signal?.throwIfAborted();
    if (flight.end?.status === 'rejected') throw flight.end.reason;
    return (flight.end as PromiseFulfilledResult<T>).value;
  };
}
