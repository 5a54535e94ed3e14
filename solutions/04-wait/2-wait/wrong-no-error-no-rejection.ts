// Assumes that a rejection always has a reason that is truthy. (A promise may reject with `undefined`.)
// Fails: fulfils, and causes no unhandled rejection, when promises reject
// Fails: handles promises that had rejected before the call
// Says: When 'b' rejects with undefined
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
    const settle = (promise: Promise<T>, error?: unknown) => {
      pending.delete(promise);
      done.add(promise);
      if (returnWhen === 'FIRST_COMPLETED') enough();
      if (returnWhen === 'FIRST_EXCEPTION' && error) enough();
      if (pending.size === 0) enough();
    };
    for (const promise of pending) {
      promise.then(
        () => settle(promise),
        (error) => settle(promise, error),
      );
    }
    if (timeout !== undefined) timer = setTimeout(enough, timeout);
  });
  clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
