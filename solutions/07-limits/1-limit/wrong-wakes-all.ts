// Wakes all that wait at each end, and each looks whether there is room. (A newcomer looks before them.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: While a place is free and its waiter has yet to wake up, a newcomer can take it.
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
