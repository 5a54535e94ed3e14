// Sleeps 1 ms before each value, to be sure that it is there.
// Fails: yields each value as soon as its promise fulfils
// Fails: yields each value once, in whatever order the promises fulfil
// Fails: throws the same error as soon as a promise rejects
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: causes no unhandled rejection when the reader stops early
// Says: At 13 ms no work ended, but a timer of your code fired.
import { setTimeout as sleep } from 'node:timers/promises';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  let left = 0;
  for (const promise of promises) {
    left++;
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(arrive, arrive);
  }
  for (; left > 0; left--) {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    await sleep(1);
    yield arrived.shift() as PromiseLike<T>;
  }
}
