// Plans one microtask for all ends in one millisecond, and starts one call in it. (Two places may be free.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: So two calls take two places, and their ends free two.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let isPlanned = false;
  const leave = () => {
    inFlight--;
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      if (inFlight < n) waiting.shift()?.();
    });
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        inFlight++;
        (async () => f())().then(resolve, reject).then(leave);
      };
      if (inFlight < n) start();
      else waiting.push(start);
    });
}
