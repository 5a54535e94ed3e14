// Starts the call in the timer's callback, and returns a promise that fulfils with nothing.
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
// Says: 'run c' fulfilled at 97 ms; expected at 110 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T | undefined> => {
    const before = last;
    let isLate = false;
    const mine = (async () => {
      await before;
      const left = starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now();
      isLate = left > 0;
      if (isLate) await sleep(left);
      if (starts.push(performance.now()) > n) starts.shift();
    })();
    last = mine;
    await mine;
    if (!isLate) return f();
    void f();
    return undefined;
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
