// Rejects a call that has waited for a second, although its caller has asked for no time limit.
// Fails: starts each call as soon as the limit allows
// Fails: does not poll, and sets no timer when no call waits
// Says: the wait was too long
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
      const limit = performance.now() + 1000;
      waiting.push(() => {
        if (performance.now() > limit) return reject(new Error('the wait was too long'));
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
