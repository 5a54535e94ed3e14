// Takes all calls that may start out of the queue before it starts the first one, whose `f` may call `run`.
// Fails: starts no more than n calls in any ms milliseconds
// Says: these calls come after all that were made before
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
      const isYoung = (start: number) => now - start < ms;
      const room = Math.min(n - starts.filter(isYoung).length, waiting.length);
      for (const start of waiting.splice(0, room)) {
        if (starts.push(performance.now()) > n) starts.shift();
        start();
      }
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
