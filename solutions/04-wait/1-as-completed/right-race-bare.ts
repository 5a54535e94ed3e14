// A loop of races between the promises that are left, which are kept in a set.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const racing = new Set<PromiseLike<T>>(promises);
  while (racing.size > 0) {
    const winner = await Promise.race(
      [...racing].map((promise) =>
        promise
          .then(
            () => promise,
            () => promise,
          )
          .then(() => [promise]),
      ),
    );
    for (const promise of winner) {
      racing.delete(promise);
      yield await promise;
    }
  }
}
