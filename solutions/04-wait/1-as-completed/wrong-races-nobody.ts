// Races before it looks whether anybody is there: a race without promises has no end.
// Fails: ends at once without promises
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
