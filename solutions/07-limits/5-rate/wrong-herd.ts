// All calls that wait look again when a start may be made, and the one whose timer fires first goes on. (A timer knows no order of calls.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts the calls in the order in which they were made
// Says: these calls come after all that were made before
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  return async <T>(f: Io<T>): Promise<T> => {
    for (;;) {
      const left = (starts.length < n ? -Infinity : (starts[0] ?? 0)) + ms - performance.now();
      if (left <= 0) break;
      await sleep(left);
    }
    if (starts.push(performance.now()) > n) starts.shift();
    return f();
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
