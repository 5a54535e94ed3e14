// Leaves a load that was told to stop where it is: its signal says that it may not be joined.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights: { key: string; controller: AbortController; loading: Promise<T>; left: number }[] =
    [];
  return async (key, signal) => {
    if (signal?.aborted) throw signal.reason;
    let flight = flights.find((one) => one.key === key && !one.controller.signal.aborted);
    if (!flight) {
      const controller = new AbortController();
      const loading = (async () => load(key, controller.signal))().finally(() => {
        flights.splice(
          flights.findIndex((one) => one.controller === controller),
          1,
        );
      });
      flight = { key, controller, loading, left: 0 };
      flights.push(flight);
    }
    const { loading, controller } = flight;
    const mine = flight;
    mine.left++;
    const own = new AbortController();
    const gone = new Promise<never>((_, reject) => {
      signal?.addEventListener(
        'abort',
        () => {
          reject(signal.reason);
          mine.left--;
          if (mine.left === 0) controller.abort();
        },
        { signal: own.signal },
      );
    });
    try {
      return await Promise.race([gone, loading]);
    } finally {
      own.abort();
    }
  };
}
