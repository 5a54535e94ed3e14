// Attaches the handlers after a wait. A promise that has already rejected has no handler before that.
// Fails: takes promises that have already settled in input order
// Says: Attach a handler to every promise that may reject.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  const all = [...promises];
  await new Promise(setImmediate);
  for (const promise of all) {
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (const _ of all) {
    if (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    yield arrived.shift() as PromiseLike<T>;
  }
}
