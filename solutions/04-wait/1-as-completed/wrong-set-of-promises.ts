// Keeps the pending promises in a Set, which holds the same promise only once.
// Fails: yields the value of a promise twice when it is in the input twice
// Says: Does your code put the promises into a Set?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const pending = new Set(promises);
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  for (const promise of pending) {
    const arrive = () => {
      pending.delete(promise);
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  while (pending.size > 0 || arrived.length > 0) {
    const next = arrived.shift();
    if (next) yield next;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
