// Keeps the function that wakes the reader outside: the second call replaces the one of the first.
// Fails: yields each value once, in whatever order the promises fulfil
// Says: Think of the last result, of a result that is undefined, and of several callers.
let wake = () => {};

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let left = 0;
  for (const promise of promises) {
    left++;
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (; left > 0; left--) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    yield arrived.shift() as PromiseLike<T>;
  }
}
