// A chain: each call waits until the one before it was started, and then until the limit allows it.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const turn = async <T>(before: Promise<unknown>, f: Io<T>) => {
    await before;
    for (let left = rest(); left > 0; left = rest())
      await new Promise((resolve) => setTimeout(resolve, left));
    if (starts.push(performance.now()) > n) starts.shift();
    // In an object, so that the next call does not wait for the work.
    return { running: (async () => f())() };
  };
  const rest = () => (starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now());
  return async <T>(f: Io<T>): Promise<T> => {
    const mine = turn(last, f);
    last = mine;
    return (await mine).running;
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
