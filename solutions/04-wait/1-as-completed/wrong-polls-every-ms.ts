// Checks every ms whether something has arrived.
// Fails: yields each value as soon as its promise fulfils
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
  await null;
  for (; left > 0; left--) {
    while (arrived.length === 0) await sleep(1);
    yield arrived.shift() as PromiseLike<T>;
  }
}
