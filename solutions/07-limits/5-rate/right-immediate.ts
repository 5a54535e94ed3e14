// Looks at the clock in an immediate after the timer.
type Io<T> = () => Promise<T>;
export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const queue: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  function pump(): void {
    while (queue.length > 0) {
      const now = performance.now();
      if (starts.length >= n) {
        const left = (starts.at(-n) ?? 0) + ms - now;
        if (left > 0) {
          timer ??= setTimeout(() => {
            setImmediate(() => {
              timer = undefined;
              pump();
            });
          }, Math.ceil(left));
          return;
        }
        starts.shift();
      }
      if (n !== Infinity) starts.push(now);
      queue.shift()?.();
    }
  }
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      pump();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
