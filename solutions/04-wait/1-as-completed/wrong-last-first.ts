// Takes the newest arrival first: from the wrong end of the list.
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: Yield the value first that arrived first
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
