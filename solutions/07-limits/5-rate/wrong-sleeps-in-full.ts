// Sleeps for all of `ms` when the limit is reached, instead of what is left of it.
// Fails: starts no more than n calls in any ms milliseconds
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Says: 'c' was started at 186 ms; expected at 97 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const before = last;
    const mine = (async () => {
      await before;
      while (starts.length >= n && performance.now() - (starts[0] ?? 0) < ms) await sleep(ms);
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
