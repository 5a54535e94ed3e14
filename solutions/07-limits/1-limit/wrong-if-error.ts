// Asks whether there is an error with if (error). (A promise may reject with undefined or an empty text.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: Does your code test the reason itself, as in if (error)?
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
    let error: unknown;
    try {
      value = await f();
    } catch (reason) {
      error = reason;
    }
    leave();
    if (error) throw error;
    return value as T;
  };
}
