// Checks every 10 ms whether something has arrived, and so notices it late.
// Fails: yields each value as soon as its promise fulfils
// Fails: throws the same error as soon as a promise rejects
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: causes no unhandled rejection when the reader stops early
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
