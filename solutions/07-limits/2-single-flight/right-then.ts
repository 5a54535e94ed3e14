// Chains of `then`, one for each call; a Map of keys holds the flight that may be joined.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, { loading: Promise<T>; join(): () => void }>();

  const start = (key: string) => {
    const controller = new AbortController();
    let calls = 0;
    const end = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight = {
      loading: new Promise<T>((resolve) => resolve(load(key, controller.signal))),
      join: () => {
        calls += 1;
        return () => {
          calls -= 1;
          if (calls === 0) {
            end();
            controller.abort();
          }
        };
      },
    };
    flights.set(key, flight);
    flight.loading.then(end, end);
    return flight;
  };

  return (key, signal) => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const flight = flights.get(key) ?? start(key);
    const leave = flight.join();
    if (!signal) return flight.loading;
    let listener = () => {};
    const aborted = new Promise<never>((_, reject) => {
      listener = () => {
        leave();
        reject(signal.reason);
      };
      signal.addEventListener('abort', listener);
    });
    const over = () => signal.removeEventListener('abort', listener);
    const result = Promise.race([aborted, flight.loading]);
    result.then(over, over);
    return result;
  };
}
