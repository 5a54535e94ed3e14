// Looks every millisecond which calls may start. (The moment is known: one timer is enough.)
// Fails: does not poll, and sets no timer when no call waits
// Says: one timer is enough
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  const isFull = () => starts.length >= n && performance.now() - (starts[0] ?? 0) < ms;
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const before = last;
    const mine = (async () => {
      await before;
      while (isFull()) await sleep(1);
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
