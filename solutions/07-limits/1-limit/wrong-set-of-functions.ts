// Keeps the functions that wait in a Set. (A function that waits twice is in it once.)
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: Does your code settle the promise on every path?
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting = new Set<unknown>();
  const starts = new Map<unknown, () => void>();
  let inFlight = 0;
  const pump = () => {
    for (const f of waiting) {
      if (inFlight >= n) return;
      waiting.delete(f);
      starts.get(f)?.();
    }
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        inFlight++;
        const leave = () => {
          inFlight--;
          pump();
        };
        (async () => f())().then(resolve, reject).then(leave);
      };
      waiting.add(f);
      starts.set(f, start);
      pump();
    });
}
