// Does all in an async executor. (What is thrown in an async executor rejects a promise that no code has.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  return <T>(f: () => Promise<T>) =>
    new Promise<T>(async (resolve) => {
      if (free > 0) free--;
      else await new Promise<void>((go) => waiting.push(go));
      try {
        resolve(await f());
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    });
}
