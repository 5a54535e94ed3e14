// A gate of promises: each call opens it for the next one, just after it has called `f`.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: bigint[] = [];
  let tail: Promise<void> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    let done = () => {};
    const before = tail;
    tail = new Promise((r) => (done = r));
    await before;
    const left = () =>
      starts.length < n ? 0 : ms - Number(process.hrtime.bigint() - (starts[0] as bigint)) / 1e6;
    for (let l = left(); l > 0; l = left()) await new Promise((r) => setTimeout(r, l));
    starts.push(process.hrtime.bigint());
    if (starts.length > n) starts.shift();
    try {
      const work = f();
      done();
      return await work;
    } finally {
      done();
    }
  };
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
