// Chains the calls by promises that reject: after one failure, all later calls reject with its reason.
// Fails: counts only starts, however long the work takes and however it ends
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Says: its failure is no failure of the calls behind it
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let chain: Promise<unknown> = Promise.resolve();
  return <T>(f: Io<T>): Promise<T> => {
    const started = chain.then(async () => {
      while (starts.length >= n && performance.now() - (starts[0] ?? 0) < ms)
        await sleep((starts[0] ?? 0) + ms - performance.now());
      if (starts.push(performance.now()) > n) starts.shift();
      return { running: f() };
    });
    chain = started;
    return started.then(({ running }) => running);
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
