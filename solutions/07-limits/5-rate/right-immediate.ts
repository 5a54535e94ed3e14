// Looks at the clock in an immediate after the timer.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const startWhatMay = () => {
    while (waiting.length > 0) {
      const now = performance.now();
      const [oldest] = starts;
      const isFull = starts.length === n;
      if (isFull && oldest !== undefined && now - oldest < ms) {
        timer ??= setTimeout(wake, oldest + ms - now);
        return;
      }
      if (isFull) starts.shift();
      starts.push(now);
      waiting.shift()?.();
    }
  };
  const wake = () =>
    setImmediate(() => {
      timer = undefined;
      startWhatMay();
    });

  return (f) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      startWhatMay();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
