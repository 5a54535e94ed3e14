// Catches what the work rejects with, so that the others go on. (The caller takes `undefined` for a result.)
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
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve) => {
      const start = async () => {
        resolve((await (async () => f())().catch(() => undefined)) as T);
        leave();
      };
      if (free > 0) {
        free--;
        void start();
      } else waiting.push(start);
    });
}
