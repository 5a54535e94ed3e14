// Takes an Error for a rejection, whether the promise fulfilled or rejected with it.
// Fails: does not look at the values: an Error as a value is no rejection
// Fails: fulfils, and causes no unhandled rejection, when promises reject
// Fails: handles promises that had rejected before the call
// Says: 'c' fulfils with Error('this is a value')
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
      const outcome = promise.catch((error: unknown) => error);
      outcome.then((value) => settle(promise, value instanceof Error));
    }
    if (timeout !== undefined) timer = setTimeout(enough, timeout);
  });
  clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
