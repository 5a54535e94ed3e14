// Frees the place `ms` after the work has ended, and not after it was started.
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
// Says: 'c' was started at 110 ms; expected at 97 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const ends: Promise<unknown>[] = [];
  return async <T>(f: Io<T>): Promise<T> => {
    const nth = n === Infinity ? undefined : ends.at(-n);
    const work = (async () => {
      if (nth) {
        const ended = (await nth) as number;
        const left = ended + ms - performance.now();
        if (left > 0) await sleep(left);
      }
      return f();
    })();
    const end = () => performance.now();
    ends.push(work.then(end, end));
    return work;
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
