// Counts a Set of the promises in flight. (Two calls may get one promise, and a Set has it once.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: whatever promise that returns.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inFlight = new Set<Promise<unknown>>();
  const waiting: (() => void)[] = [];
  const pump = () => {
    while (inFlight.size < n && waiting.length > 0) waiting.shift()?.();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        let running: Promise<T>;
        try {
          running = f();
        } catch (error) {
          return reject(error);
        }
        inFlight.add(running);
        const leave = () => {
          inFlight.delete(running);
          pump();
        };
        running.then(resolve, reject).then(leave);
      });
      pump();
    });
}
