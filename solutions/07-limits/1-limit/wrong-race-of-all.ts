// Waits with Promise.race for the first end of those in flight. (Another piece of work rejects, and so does the race.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: That is the error of 'a', which failed at 13 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inFlight = new Set<Promise<unknown>>();
  let line: Promise<unknown> = Promise.resolve();
  const room = async () => {
    while (inFlight.size >= n) await Promise.race(inFlight);
  };
  return <T>(f: () => Promise<T>) => {
    const started = line.then(async () => {
      await room();
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
