// A loop of races between the promises that are left; each entrant knows its index.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = new Map(
    [...promises].map((promise, i) => [
      i,
      Promise.resolve(promise).then(
        (value) => ({ i, value }),
        (failure) => ({ i, failure }),
      ),
    ]),
  );
  while (racing.size > 0) {
    const winner = await Promise.race(racing.values());
    racing.delete(winner.i);
    if ('failure' in winner) throw winner.failure;
    yield winner.value;
  }
}
