// Asks whether `timeout` is in the options, and it may be there as `undefined`.
// Fails: takes an option that is undefined as not given
// Says: A timer of your code fired at that time. Did it end the waiting?
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
  options: Options = {},
): Promise<Result<T>> {
  const { returnWhen = 'ALL_COMPLETED', timeout } = options;
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
    if ('timeout' in options) timer = setTimeout(enough, timeout);
  });
  clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
