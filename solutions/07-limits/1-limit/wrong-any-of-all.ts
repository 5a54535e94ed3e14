// Waits with Promise.any for an end of those in flight. (Promise.any waits for one that fulfils.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: its place is free, exactly once, and the others have nothing to do with that.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inFlight = new Set<Promise<unknown>>();
  let line: Promise<unknown> = Promise.resolve();
  return <T>(f: () => Promise<T>) => {
    const started = line.then(async () => {
      while (inFlight.size >= n) await Promise.any(inFlight);
      const running = (async () => f())();
      inFlight.add(running);
      const leave = () => inFlight.delete(running);
      running.then(leave, leave);
      return { running };
    });
    line = started.catch(() => {});
    return started.then(({ running }) => running);
  };
}
