// Assumes that a rejection always has a reason that is truthy. (A promise may reject with `undefined`.)
// Fails: throws the same error as soon as a promise rejects
// Says: Does your code test the reason itself, as in if (error)?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: { value?: T; error?: unknown }[] = [];
  let wake = () => {};
  const arrive = (entry: { value?: T; error?: unknown }) => {
    arrived.push(entry);
    wake();
  };
  const all = [...promises];
  for (const promise of all)
    promise.then(
      (value) => arrive({ value }),
      (error) => arrive({ error }),
    );
  for (const _ of all) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const { value, error } = arrived.shift() as { value?: T; error?: unknown };
    if (error) throw error;
    yield value as T;
  }
}
