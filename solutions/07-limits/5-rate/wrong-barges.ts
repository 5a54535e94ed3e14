// Lets a new call start when there is room, although others are waiting for that room.
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts the calls in the order in which they were made
// Says: these calls come after all that were made before
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const left = () => (starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now());
  const enter = (start: () => void) => {
    if (starts.push(performance.now()) > n) starts.shift();
    start();
  };
  const wake = () => {
    timer = undefined;
    while (left() <= 0) {
      const start = waiting.shift();
      if (!start) return;
      enter(start);
    }
    if (waiting.length > 0) timer = setTimeout(wake, left());
  };
  return (f) =>
    new Promise((resolve, reject) => {
      const start = () => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      };
      if (left() <= 0) enter(start);
      else {
        waiting.push(start);
        timer ??= setTimeout(wake, left());
      }
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
