// Estimates the starts of the last `ms` from two counters: that of this stretch, and a part of that of the one before.
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
// Says: 'c' was started at 146 ms; expected at 97 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const began = performance.now();
  const counts = new Map<number, number>();
  let last: Promise<unknown> = Promise.resolve();
  const enter = async (before: Promise<unknown>) => {
    await before;
    for (;;) {
      const time = (performance.now() - began) / ms;
      const stretch = Math.floor(time);
      const part = time - stretch;
      const own = counts.get(stretch) ?? 0;
      const old = counts.get(stretch - 1) ?? 0;
      if (n === Infinity || own + old * (1 - part) <= n - 1) {
        counts.set(stretch, own + 1);
        return;
      }
      const later = own > n - 1 ? 1 : 1 - (n - 1 - own) / old;
      await sleep(Math.ceil((later - part) * ms));
    }
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
