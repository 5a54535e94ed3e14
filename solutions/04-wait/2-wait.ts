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

/**
 * Waits for promises and tells which of them have settled, without touching them.
 *
 * - Gives two sets: `done` holds those that have settled, fulfilled or rejected, `pending` the others.
 *   They are the very promises that were passed in, and the sets do not change any more.
 * - `returnWhen: 'ALL_COMPLETED'`, the default, waits until all have settled.
 * - `'FIRST_COMPLETED'` waits until one has settled, fulfilled or rejected.
 * - `'FIRST_EXCEPTION'` waits until one is rejected, or else until all have settled.
 * - What has settled by the time it returns is in `done`, even when one would have been enough.
 * - A failure is not thrown, and not left unhandled: it is found in the promise.
 * - After `timeout` ms it gives what is known then; with 0 it waits for no work at all. That is no failure,
 *   and stops nobody.
 * - No timer is left behind, whoever was first.
 * - The promises may come from any iterable, which is read once. Without promises it is rejected with a
 *   TypeError: nothing would ever happen.
 */
export async function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: Options = {},
): Promise<Result<T>> {
  const pending = new Set(promises);
  const done = new Set<Promise<T>>();
  if (pending.size === 0) throw new TypeError('wait() needs at least one promise to wait for');

  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((enough) => {
    const settle = (promise: Promise<T>, failed: boolean) => {
      pending.delete(promise);
      done.add(promise);
      if (returnWhen === 'FIRST_COMPLETED') enough();
      if (returnWhen === 'FIRST_EXCEPTION' && failed) enough();
      if (pending.size === 0) enough();
    };
    for (const promise of pending) {
      promise.then(
        () => settle(promise, false),
        () => settle(promise, true),
      );
    }
    if (timeout !== undefined) timer = setTimeout(enough, timeout);
  });
  clearTimeout(timer);
  // Those that had settled together with the one that was enough have said so before this line is reached.
  // After it nothing may change: the sets are the caller's now.
  return { done: new Set(done), pending: new Set(pending) };
}
