// Looks every millisecond which calls may start, by an interval that is cleared when the queue is empty.
// Fails: does not poll, and sets no timer when no call waits
// Says: fired 97 times
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  let starts: number[] = [];
  const queue: (() => void)[] = [];
  let interval: NodeJS.Timeout | undefined;
  const look = () => {
    for (;;) {
      const now = performance.now();
      starts = starts.filter((start) => start + ms > now);
      if (starts.length >= n || queue.length === 0) break;
      starts.push(now);
      queue.shift()?.();
    }
    if (queue.length > 0) interval ??= setInterval(look, 1);
    else {
      clearInterval(interval);
      interval = undefined;
    }
  };
  return (f) =>
    new Promise((resolve, reject) => {
      queue.push(async () => {
        try {
          resolve(await f());
        } catch (error) {
          reject(error);
        }
      });
      look();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
