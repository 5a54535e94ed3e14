// Assumes that all that has a `then` also has a `catch`. (A thenable needs only `then`.)
// Fails: needs only the then of a promise
// Says: promise.catch is not a function
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  let left = 0;
  for (const promise of promises as Iterable<Promise<T>>) {
    left++;
    promise
      .catch(() => {})
      .then(() => {
        arrived.push(promise);
        wake();
      });
  }
  for (; left > 0; left--) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    yield arrived.shift() as PromiseLike<T>;
  }
}
