// Assumes that a limit for 97 ms is counted from one full stretch to the next. (At the edge of two stretches, twice as many calls start.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: does not save up starts during a pause
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Says: and that of 'b' for 'd'
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const began = performance.now();
  let hour = 0;
  let started = 0;
  let last: Promise<unknown> = Promise.resolve();
  const enter = async (before: Promise<unknown>) => {
    await before;
    for (;;) {
      const now = performance.now() - began;
      const current = Math.floor(now / ms);
      if (current > hour) {
        hour = current;
        started = 0;
      }
      if (started < n) break;
      await sleep((hour + 1) * ms - now);
    }
    started++;
  };
  return async <T>(f: Io<T>): Promise<T> => {
    const mine = enter(last);
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
