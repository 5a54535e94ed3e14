// Reads the length of the caller's list after each value, and the caller may have changed the list.
// Fails: iterates over the input only once, and before the first value
// Says: It did not wait for all work: 'a' (until 17 ms) was still running.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = Array.isArray(promises) ? (promises as PromiseLike<T>[]) : [...promises];
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  for (const promise of list) {
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (let i = 0; i < list.length; i++) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    yield arrived.shift() as PromiseLike<T>;
  }
}
