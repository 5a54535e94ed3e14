// Keeps the result in a variable that all calls share. (Two may end in the same millisecond.)
// Fails: fulfils with the value of its work, whatever value it is
// Says: It fulfilled with { fulfilled: Error(
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let free = n;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  let result: unknown;
  return async <T>(f: () => Promise<T>) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      result = await f();
      await undefined;
      return result as T;
    } finally {
      leave();
    }
  };
}
