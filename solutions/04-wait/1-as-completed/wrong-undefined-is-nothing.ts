// Assumes that `shift()` returns `undefined` only from an empty list. (The value may be `undefined`.)
// Fails: yields a value as it is, also undefined, a list or an Error
// Says: Does your code treat undefined as a missing value?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: T[] = [];
  const failures: { error: unknown; behind: number }[] = [];
  let seen = 0;
  let wake = () => {};
  const all = [...promises];
  for (const promise of all)
    promise.then(
      (value) => {
        arrived.push(value);
        wake();
      },
      (error) => {
        failures.push({ error, behind: seen + arrived.length });
        wake();
      },
    );
  while (seen < all.length) {
    const failure = failures[0];
    if (failure?.behind === seen) throw failure.error;
    const value = arrived.shift();
    if (value !== undefined) {
      seen++;
      yield value;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
