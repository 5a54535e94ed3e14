// Checks every ms whether it has waited long enough.
// Fails: waits by default until all promises have settled
// Says: From 17 to 18 ms no work was running, only a timer
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
    await sleep(Math.min(1, start + timeout - Date.now()));
  }
  return { done: new Set(done), pending: new Set(pending) };
}
