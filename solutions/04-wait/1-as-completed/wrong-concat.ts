// Adds each value with `concat`, which takes a list apart.
// Fails: yields a value as it is, also undefined, a list or an Error
// Says: When 'a' fulfils with NaN and 'b' fulfils with []
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  let arrived: T[] = [];
  let failures: { error: unknown }[] = [];
  let wake = () => {};
  const all = [...promises];
  for (const promise of all)
    promise.then(
      (value) => {
        if (failures.length === 0) arrived = arrived.concat(value);
        wake();
      },
      (error) => {
        failures = failures.concat({ error });
        wake();
      },
    );
  let read = 0;
  while (read < all.length) {
    if (read < arrived.length) yield arrived[read++] as T;
    else if (failures[0]) throw failures[0].error;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
