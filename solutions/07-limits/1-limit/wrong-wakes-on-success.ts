// Wakes the next one in then(), and only frees the place in catch(). (After a failure no code calls the next one.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: its place is free, exactly once, and the others have nothing to do with that.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = async () => {
        inFlight++;
        try {
          resolve(await f());
          inFlight--;
          waiting.shift()?.();
        } catch (error) {
          inFlight--;
          reject(error);
        }
      };
      if (inFlight < n) void start();
      else waiting.push(start);
    });
}
