// Assumes that a race of no promises ends. (It stays pending: first check whether the input is empty.)
// Fails: ends immediately when the input is empty
// Says: Deadlock at 0 ms
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const order: PromiseLike<T>[] = [];
  const settling = new Set<Promise<void>>();
  for (const promise of promises) {
    const arrive = () => {
      order.push(promise);
    };
    const settled: Promise<void> = Promise.resolve(promise.then(arrive, arrive)).then(() => {
      settling.delete(settled);
    });
    settling.add(settled);
  }
  do {
    const next = order.shift();
    if (next) yield next;
    else await Promise.race(settling);
  } while (settling.size > 0 || order.length > 0);
}
