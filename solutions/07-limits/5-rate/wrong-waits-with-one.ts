// Assumes that with n = 1 only one piece of work may be running.
// Fails: starts no more than n calls in any ms milliseconds
// Says: With n = 1, a call waits until the start before it is 97 ms old
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    while (waiting.length > 0) {
      if (n === 1 && isRunning) return;
      const now = performance.now();
      const [oldest = 0] = starts;
      if (starts.length === n && now - oldest < ms) {
        timer ??= setTimeout(wake, oldest + ms - now);
        return;
      }
      if (starts.push(now) > n) starts.shift();
      waiting.shift()?.();
    }
  };
  const wake = () => {
    timer = undefined;
    next();
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        try {
          const work = f();
          isRunning = true;
          const end = () => {
            isRunning = false;
            next();
          };
          work.then(end, end);
          work.then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      next();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
