// Checks every 10 ms whether it has waited long enough, and so notices it late.
// Fails: waits by default until all promises have settled
// Fails: waits with FIRST_COMPLETED until one promise has settled
// Fails: counts a rejected promise as settled with FIRST_COMPLETED
// Fails: waits with FIRST_EXCEPTION until one promise has rejected
// Fails: waits with FIRST_EXCEPTION until all have settled when none rejects
// Fails: does not look at the values: an Error as a value is no rejection
// Fails: fulfils, and causes no unhandled rejection, when promises reject
// Fails: leaves no timer when the promises settle before the timeout
// Fails: takes an option that is undefined as not given
// Fails: counts a promise once that is in the input twice
// Fails: iterates over the input only once, during the call, and does not change it
// Says: Does your code poll, or guess a time?
import { setTimeout as sleep } from 'node:timers/promises';

type ReturnWhen = 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';

interface Options {
  returnWhen?: ReturnWhen;
  /** In ms; without it, there is no limit. */
  timeout?: number;
}

interface Result<T> {
  done: Set<Promise<T>>;
  pending: Set<Promise<T>>;
}

export async function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout = Infinity }: Options = {},
): Promise<Result<T>> {
  const pending = new Set(promises);
  const done = new Set<Promise<T>>();
  let failed = false;
  if (pending.size === 0) throw new TypeError('nothing to wait for');
  for (const promise of pending) {
    const settle = () => {
      pending.delete(promise);
      done.add(promise);
    };
    promise.then(settle, () => {
      failed = true;
      settle();
    });
  }
  const start = Date.now();
  await null;
  for (;;) {
    if (pending.size === 0 || Date.now() - start >= timeout) break;
    if (returnWhen === 'FIRST_COMPLETED' && done.size > 0) break;
    if (returnWhen === 'FIRST_EXCEPTION' && failed) break;
    await sleep(Math.min(10, start + timeout - Date.now()));
  }
  return { done: new Set(done), pending: new Set(pending) };
}
