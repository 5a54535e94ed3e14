// Counts a start from the moment in which `run` was called. (Calls that had to wait are then old when they start.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts each call as soon as the limit allows
// Fails: does not save up starts during a pause
// Fails: starts the calls in the order in which they were made
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Says: a call waits until the start before it is 97 ms old
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const counted: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const called = performance.now();
    const before = last;
    const mine = (async () => {
      await before;
      const nth = n === Infinity ? -Infinity : (counted.at(-n) ?? -Infinity);
      const left = nth + ms - performance.now();
      if (left > 0) await sleep(left);
      counted.push(called);
    })();
    last = mine;
    await mine;
    return f();
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
