// Keeps results and errors in one variable, and throws it if it is an Error. (A value may be an Error, and a reason a text.)
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: Work may fulfil with any value, also with one that is falsy, or an Error.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  return async <T>(f: () => Promise<T>) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    const end = await (async () => f())().catch((error) => error);
    const next = waiting.shift();
    if (next) next();
    else free++;
    if (end instanceof Error) throw end;
    return end as T;
  };
}
