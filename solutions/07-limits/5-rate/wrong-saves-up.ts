// Counts how many calls may have started since the beginning. (What was not used during a pause is then used in one go.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: does not save up starts during a pause
// Fails: starts the calls in the order in which they were made
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Says: and that of 'b' for 'd'
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const began = performance.now();
  let made = 0;
  return async <T>(f: Io<T>): Promise<T> => {
    const free = began + (n === Infinity ? 0 : Math.floor(made / n) * ms);
    made++;
    while (performance.now() < free) await sleep(free - performance.now());
    return f();
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
