// Frees the place of an `f` that throws, and calls the next one a microtask later. (A newcomer that comes in between finds a free place.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: a newcomer can take it.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const goOn = () => {
    const next = free > 0 && waiting.shift();
    if (!next) return;
    free--;
    next();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        try {
          f().then(resolve, reject).then(leave);
        } catch (error) {
          reject(error);
          free++;
          queueMicrotask(goOn);
        }
      };
      if (free > 0) {
        free--;
        start();
      } else waiting.push(start);
    });
}
