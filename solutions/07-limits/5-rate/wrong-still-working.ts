// Takes the promise of its loop for a sign that it is working. (The loop may end before the promise is there to be removed.)
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
// Says: 'b', 'c' and 'd' were never started
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const q: (() => Promise<void>)[] = [];
  const t: number[] = [];
  let busy: Promise<void> | undefined;
  async function drain() {
    while (q.length) {
      if (t.length >= n) {
        const wait = (t[t.length - n] ?? 0) + ms - performance.now();
        if (wait > 0) {
          await new Promise((r) => setTimeout(r, Math.ceil(wait)));
          continue;
        }
      }
      t.push(performance.now());
      void q.shift()?.();
    }
    busy = undefined;
  }
  return async <T>(f: Io<T>): Promise<T> => {
    let box: { value: T } | { error: unknown } | undefined;
    let wake = () => {};
    const ended = new Promise<void>((r) => (wake = r));
    q.push(async () => {
      try {
        box = { value: await f() };
      } catch (error) {
        box = { error };
      }
      wake();
    });
    busy ??= drain();
    await ended;
    if (box && 'error' in box) throw box.error;
    return (box as { value: T }).value;
  };
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
