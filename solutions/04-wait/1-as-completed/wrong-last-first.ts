// Takes from the end of the list what came last.
// Fails: gives what is there already in the order of the promises
// Fails: keeps what arrives while the reader is busy
// Fails: keeps a failure too, behind the values that came before it
// Says: comes first
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
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
    yield arrived.pop() as PromiseLike<T>;
  }
}
