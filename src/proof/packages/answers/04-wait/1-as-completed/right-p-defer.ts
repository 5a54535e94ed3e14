// A row of p-defer's, which the ends fill in their order.
import pDefer from 'p-defer';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const row = list.map(() => pDefer<{ value: T }>());
  for (const { promise } of row) promise.catch(() => {});
  let next = 0;
  for (const promise of list)
    promise.then(
      (value) => row[next++]?.resolve({ value }),
      (reason) => row[next++]?.reject(reason),
    );
  for (const { promise } of row) yield (await promise).value;
}
