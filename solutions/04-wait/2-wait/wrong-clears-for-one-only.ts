// Clears the timer of the first promise that settles, and not where two of them have settled at that moment.
// Fails: leaves no timer when the promises settle before the timeout
// Says: timer
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
  if (returnWhen !== 'FIRST_COMPLETED' || done.size === 1) clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
