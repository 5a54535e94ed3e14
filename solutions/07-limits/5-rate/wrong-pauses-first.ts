// Waits for a timer of 0 ms in each call, "to be asynchronous". (That is one of 1 ms, and so each start is late.)
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
// Says: A timer fired at 1 ms, which was set at 0 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const before = last;
    const mine = (async () => {
      await before;
      const left = starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now();
      await sleep(Math.max(0, left));
      if (starts.push(performance.now()) > n) starts.shift();
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
