// Rejects a call that is over the limit. (The service does that by itself: the call should wait.)
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
// Says: 429 Too Many Requests
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let starts: number[] = [];
  return async <T>(f: Io<T>): Promise<T> => {
    const now = performance.now();
    starts = starts.filter((start) => now - start < ms);
    if (starts.length >= n) throw new Error('429 Too Many Requests');
    starts.push(now);
    return f();
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
