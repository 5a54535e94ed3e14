// Waits until there is a value. (Work may fulfil with undefined, and has ended all the same.)
// Fails: fulfils with the value of its work, whatever value it is
// Says: Work may fulfil with any value, also with one that is falsy, or an Error.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const end = (value: T | undefined, error?: unknown) => {
        if (value) resolve(value);
        else reject(error);
        const next = waiting.shift();
        if (next) next();
        else free++;
      };
      const start = () => {
        (async () => f())().then(end, (error) => end(undefined, error));
      };
      if (free > 0) {
        free--;
        start();
      } else waiting.push(start);
    });
}
