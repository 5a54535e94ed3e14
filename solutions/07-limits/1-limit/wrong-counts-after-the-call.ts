// Counts a piece of work when its function has returned. (The function may have made a call itself, which found that place free.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: 'new' was started at 0 ms, while 'b' was running; expected at 17 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        const running = (async () => f())();
        inFlight++;
        running.then(resolve, reject).then(() => {
          inFlight--;
          waiting.shift()?.();
        });
      };
      if (inFlight < n && waiting.length === 0) start();
      else waiting.push(start);
    });
}
