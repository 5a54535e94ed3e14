// A count of its own, with promises of promise-polyfill.
import Polyfill from 'promise-polyfill';

export const gather = <T>(awaitables: Iterable<T | PromiseLike<T>>) =>
  new Polyfill((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = new Array(list.length);
    let left = list.length;
    if (left === 0) resolve(results);
    for (const [i, item] of list.entries())
      Promise.resolve(item).then((value) => {
        results[i] = value;
        if (--left === 0) resolve(results);
      }, reject);
  });
