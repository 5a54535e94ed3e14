// Starts n at a time, and the next n when all of them have settled. (One slow piece of work holds up the places of the others.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: 'c' was started at 31 ms, just when 'a' had ended; expected at 11 ms, when 'b' ended.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let waiting: (() => Promise<void>)[] = [];
  let isRunning = false;
  const runAll = async () => {
    if (isRunning) return;
    isRunning = true;
    await undefined;
    while (waiting.length > 0) {
      const chunk = waiting.slice(0, n);
      waiting = waiting.slice(n);
      await Promise.all(chunk.map((job) => job()));
    }
    isRunning = false;
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(async () => {
        await (async () => f())().then(resolve, reject);
      });
      void runAll();
    });
}
