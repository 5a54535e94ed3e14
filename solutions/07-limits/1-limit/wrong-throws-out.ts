// Calls the next function where the work before it ends. (If that function throws, it throws in code that no caller awaits.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: Pass the error on: call reject
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        inFlight++;
        const leave = () => {
          inFlight--;
          waiting.shift()?.();
        };
        f().then(resolve, reject).finally(leave);
      };
      if (inFlight < n) start();
      else waiting.push(start);
    });
}
