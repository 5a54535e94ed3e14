// Counts a start down by a timer, `ms` after it. (Those timers are set when no call waits, and keep the process alive.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: does not poll, and sets no timer when no call waits
// Says: With an ms of 97.5, a start at 0 ms still counts at 97 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let free = n;
  const queue: (() => void)[] = [];
  const enter = () => {
    while (free > 0 && queue.length > 0) {
      free--;
      setTimeout(() => {
        free++;
        enter();
      }, ms);
      queue.shift()?.();
    }
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      enter();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
