// Yields the values, and swallows the rejections.
// Fails: throws the same error as soon as a promise rejects
// Fails: keeps a value and a later rejection while the reader is busy
// Says: 'b' failed at 20 ms. That error was handled, but not passed on. Does a catch turn it into a value?
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
