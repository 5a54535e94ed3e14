// Gives what was fulfilled, and keeps the failures to itself.
// Fails: throws a failure when its turn comes
// Fails: keeps a failure too, behind the values that came before it
// Says: swallowed
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = new Map(
    [...promises].map((promise, i) => [
      i,
      Promise.resolve(promise).then(
        (value) => ({ i, values: [value] }),
        () => ({ i, values: [] }),
      ),
    ]),
  );
  while (racing.size > 0) {
    const { i, values } = await Promise.race(racing.values());
    racing.delete(i);
    yield* values;
  }
}
