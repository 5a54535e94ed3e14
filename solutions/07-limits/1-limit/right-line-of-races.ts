// Each call waits for the call before it to have started, then for a race of those in flight.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inFlight = new Set<Promise<unknown>>();
  let line: Promise<unknown> = Promise.resolve();
  return <T>(f: () => Promise<T>) => {
    const started = line.then(async () => {
      while (inFlight.size >= n) await Promise.race(inFlight);
      const running = (async () => f())();
      const end: Promise<unknown> = running.then(
        () => inFlight.delete(end),
        () => inFlight.delete(end),
      );
      inFlight.add(end);
      return { running };
    });
    line = started;
    return started.then(({ running }) => running);
  };
}
