// Checks every 10 ms whether something has arrived, and so notices it late.
// Fails: yields each value as soon as its promise fulfils
// Fails: yields the values of already fulfilled promises in input order
// Says: Polling notices a promise late
import { setTimeout as sleep } from 'node:timers/promises';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let left = 0;
  for (const promise of promises) {
    left++;
    const arrive = () => arrived.push(promise);
    promise.then(arrive, arrive);
  }
  while (left > 0) {
    const next = arrived.shift();
    if (next) {
      left--;
      yield next;
    } else {
      await sleep(10);
    }
  }
}
