// Waits with a race of those in flight until there is room. (A newcomer finds room before the race has told the waiter.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: a newcomer can take it.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inFlight = new Set<object>();
  const ends = new Map<object, Promise<void>>();
  return async (f) => {
    while (inFlight.size >= n) await Promise.race(ends.values());
    const me = {};
    inFlight.add(me);
    const running = (async () => f())();
    const leave = () => {
      inFlight.delete(me);
      ends.delete(me);
    };
    ends.set(me, running.then(leave, leave));
    return running;
  };
}
