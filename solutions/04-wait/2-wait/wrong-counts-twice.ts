// Counts the entries of the input, and a promise that is in it twice settles only once.
// Fails: counts a promise once that is in the input twice
// Says: Does your code settle the promise on every path?
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
  const all = [...promises];
  const pending = new Set(all);
  const done = new Set<Promise<T>>();
  if (pending.size === 0) throw new TypeError('wait() needs at least one promise to wait for');

  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((enough) => {
    const settle = (promise: Promise<T>, failed: boolean) => {
      pending.delete(promise);
      done.add(promise);
      if (returnWhen === 'FIRST_COMPLETED') enough();
      if (returnWhen === 'FIRST_EXCEPTION' && failed) enough();
      if (done.size === all.length) enough();
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
  return { done: new Set(done), pending: new Set(pending) };
}
