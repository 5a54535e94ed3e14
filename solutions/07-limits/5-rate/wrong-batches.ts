// Starts n calls, sleeps for `ms`, starts the next n. (The sleep begins with the last one of them, and also when the first is long ago.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: starts each call as soon as the limit allows
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Fails: does not poll, and sets no timer when no call waits
// Says: 'c' was started at 186 ms; expected at 97 ms
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let started = 0;
  let wait: Promise<unknown> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const before = last;
    const mine = (async () => {
      await before;
      await wait;
      if (++started === n) {
        started = 0;
        const full = performance.now();
        // Asked for by the next call, so that no timer is set without one.
        wait = { then: (go: () => void) => later(go, full + ms - performance.now()) } as never;
      }
    })();
    last = mine;
    await mine;
    return f();
  };
}

const later = (go: () => void, left: number) => (left > 0 ? setTimeout(go, left) : go());

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
