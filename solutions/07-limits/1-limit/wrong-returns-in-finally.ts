// Returns from `finally`. (A return there replaces the value, and it replaces a failure.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: a promise that fulfils stands for success: reject.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  return async <T>(f: () => Promise<T>) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let value: T | undefined;
    try {
      value = await f();
      return value;
    } finally {
      leave();
      // biome-ignore lint/correctness/noUnsafeFinally: the mistake
      return value as T;
    }
  };
}
