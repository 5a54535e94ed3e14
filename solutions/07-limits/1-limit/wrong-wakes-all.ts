// Wakes all that wait at each end, and each looks whether there is room. (A newcomer looks before them.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: So hand a place over to the call that waits longest, in one step
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let all: (() => void)[] = [];
  let inFlight = 0;
  return async (f) => {
    while (inFlight >= n) await new Promise<void>((resolve) => all.push(resolve));
    inFlight++;
    try {
      return await f();
    } finally {
      inFlight--;
      const awake = all;
      all = [];
      for (const wakeUp of awake) wakeUp();
    }
  };
}
