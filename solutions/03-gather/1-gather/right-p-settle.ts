// With p-settle, whose records never reject; the first rejection of any promise wins the race.
import pSettle from 'p-settle';

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  // As promises: p-settle calls a function that it is given.
  const promises = Array.from(awaitables, (awaitable) => Promise.resolve(awaitable));
  return new Promise((resolve, reject) => {
    for (const promise of promises) promise.catch(reject);
    pSettle(promises).then((records) => {
      if (records.every((record) => record.isFulfilled))
        resolve(records.map((record) => record.value as T));
    });
  });
}
