// Assumes that `then(f)` and `finally(f)` handle a rejection. (Each returns a new promise that rejects too.)
// Fails: counts a rejected promise as settled with FIRST_COMPLETED
// Fails: waits with FIRST_EXCEPTION until one promise has rejected
// Fails: sorts the promises correctly, in whatever order they settle
// Fails: fulfils, and causes no unhandled rejection, when promises reject
// Fails: handles promises that had rejected before the call
// Fails: fulfils with the sets as they are when the timeout is over, in every mode
// Fails: waits for no work with a timeout of 0 ms
// Fails: leaves no timer when the promises settle before the timeout
// Fails: takes an option that is undefined as not given
// Says: Attach a handler to every promise that may reject. then(), finally() and a call of an async function each return a new promise, which rejects too.
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
      let failed = true;
      promise.then(() => {
        failed = false;
      });
      promise.finally(() => settle(promise, failed));
    }
    if (timeout !== undefined) timer = setTimeout(enough, timeout);
  });
  clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
