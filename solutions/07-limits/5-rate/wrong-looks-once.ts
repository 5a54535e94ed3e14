// Sleeps until a start may be made, and does not look again. (All calls that have waited for that moment start together.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts each call as soon as the limit allows
// Fails: does not save up starts during a pause
// Fails: starts the calls in the order in which they were made
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Fails: calls f once, with no arguments, and fulfils with its value at the same moment
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Says: and that of 'b' for 'd'
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let starts: number[] = [];
  return async <T>(f: Io<T>): Promise<T> => {
    const now = performance.now();
    starts = starts.filter((start) => now - start < ms);
    const [oldest] = starts;
    if (starts.length >= n && oldest !== undefined) await sleep(oldest + ms - now);
    starts.push(performance.now());
    return f();
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
