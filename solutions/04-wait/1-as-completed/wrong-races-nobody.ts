// Assumes that a race of no promises ends. (It stays pending: first check whether the input is empty.)
// Fails: ends immediately when the input is empty
// Says: Deadlock at 0 ms
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
  do {
    const winner = await Promise.race(racing.values());
    racing.delete(winner.i);
    if ('failure' in winner) throw winner.failure;
    yield winner.value;
  } while (racing.size > 0);
}
