// Collects the calls that find a place, and starts them a microtask later, the last one first.
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Says: The values are right, but their order is not.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let free = n;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const together: (() => void)[] = [];
  const inTheSameMicrotask = () =>
    new Promise<void>((resolve) => {
      if (together.push(resolve) > 1) return;
      queueMicrotask(() => {
        while (together.length > 0) together.pop()?.();
      });
    });
  return async (f) => {
    if (free > 0) {
      free--;
      await inTheSameMicrotask();
    } else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      leave();
    }
  };
}
