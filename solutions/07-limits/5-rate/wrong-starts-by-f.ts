// Keeps its starts in a Map by `f`, so the same `f` counts once.
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Fails: keeps the calls of two functions apart
// Says: Each one of them is a call like any other
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const startOf = new Map<unknown, number>();
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    while (waiting.length > 0) {
      const now = performance.now();
      const starts = [...startOf.values()].sort((a, b) => a - b);
      const oldest = starts[starts.length - n];
      if (oldest !== undefined && now - oldest < ms) {
        timer ??= setTimeout(wake, oldest + ms - now);
        return;
      }
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
        startOf.set(f, performance.now());
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
