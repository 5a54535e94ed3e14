// Assumes that an iterable can be read twice. (An iterator is empty after the first time.)
// Fails: iterates over the input only once, and before the first value
// Says: Did your code read the input twice? An iterator is empty after the first time
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const count = [...promises].length;
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  for (const promise of promises) {
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (let i = 0; i < count; i++) {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    yield arrived.shift() as PromiseLike<T>;
  }
}
