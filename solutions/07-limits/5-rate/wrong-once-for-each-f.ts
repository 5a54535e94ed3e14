// Assumes that the same `f` is the same request, and shares its promise while it is running.
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Fails: keeps the calls of two functions apart
// Says: Each one of them is a call like any other
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
  const running = new Map<unknown, Promise<unknown>>();
  return <T>(f: Io<T>): Promise<T> => {
    const same = running.get(f);
    if (same) return same as Promise<T>;
    const result = new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      next();
    });
    running.set(f, result);
    const end = () => running.delete(f);
    result.then(end, end);
    return result;
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
