// Joins a call to the running work of the same function. (Each call wants its own work.)
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: Each call has its own place and its own result
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  const results = new Map<unknown, Promise<unknown>>();
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const start = async <T>(f: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      leave();
    }
  };
  return <T>(f: () => Promise<T>) => {
    const known = results.get(f) as Promise<T> | undefined;
    if (known) return known;
    const result = start(f);
    const forget = () => results.delete(f);
    result.then(forget, forget);
    results.set(f, result);
    return result;
  };
}
