// Checks the numbers in each call, and rejects. (They are wrong from the beginning: `rate` throws.)
// Fails: throws a RangeError when n or ms makes no sense
// Says: n is 0, which is no number of starts
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
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
      check(n, ms);
      waiting.push(() => {
        try {
          f().then(resolve, reject);
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
