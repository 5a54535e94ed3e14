// Attaches the handlers in the call, before the first `next()`; a generator inside reads what has arrived.
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  for (const promise of list) {
    Promise.allSettled([promise]).then((results) => {
      arrived.push(...results);
      wake();
    });
  }
  async function* read(): AsyncGenerator<T> {
    for (const _ of list) {
      if (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const result = arrived.shift() as PromiseSettledResult<T>;
      if (result.status === 'rejected') throw result.reason;
      yield result.value;
    }
  }
  return read();
}
