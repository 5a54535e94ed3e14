// Awaits the promises themselves, so it rejects when one of them rejects.
// Fails: counts a rejected promise as settled with FIRST_COMPLETED
// Fails: waits with FIRST_EXCEPTION until one promise has rejected
// Fails: sorts the promises correctly, in whatever order they settle
// Fails: fulfils, and causes no unhandled rejection, when promises reject
// Fails: handles promises that had rejected before the call
// Fails: waits for no work with a timeout of 0 ms
// Fails: takes an option that is undefined as not given
// Says: A promise that has rejected has settled as well
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
  if (pending.size === 0) throw new TypeError('nothing to wait for');
  const watched = [...pending].map((promise) =>
    promise.finally(() => {
      pending.delete(promise);
      done.add(promise);
    }),
  );
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout);
  });
  try {
    await Promise.race([
      limit,
      returnWhen === 'FIRST_COMPLETED' ? Promise.race(watched) : Promise.all(watched),
    ]);
  } finally {
    clearTimeout(timer);
  }
  return { done: new Set(done), pending: new Set(pending) };
}
