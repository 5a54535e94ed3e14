// Races the promises only to wake up; a list says in which order they have settled.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const order: (() => T)[] = [];
  const settling = new Set<Promise<void>>();
  for (const promise of promises) {
    const settled: Promise<void> = Promise.resolve(promise)
      .then(
        (value) => order.push(() => value),
        (failure) =>
          order.push(() => {
            throw failure;
          }),
      )
      .then(() => {
        settling.delete(settled);
      });
    settling.add(settled);
  }
  while (settling.size > 0 || order.length > 0) {
    const open = order.shift();
    if (open) yield open();
    else await Promise.race(settling);
  }
}
