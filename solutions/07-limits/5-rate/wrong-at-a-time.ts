// Limits how many calls are running, and not how many start. (Work that is quick lets any number start.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts each call as soon as the limit allows
// Fails: does not save up starts during a pause
// Fails: starts the calls in the order in which they were made
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Fails: does not poll, and sets no timer when no call waits
// Fails: keeps the calls of two functions apart
// Says: 'c' was started at 89 ms, while 'b' was running; expected at 97 ms. In any 97 ms there may be two starts
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(f: Io<T>): Promise<T> => {
    if (running >= n) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
    try {
      return await f();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
