// Puts promises of its own into the sets: nobody can find his in them.
// Fails: gives the very promises that were passed in
// Fails: gives sets that do not change any more
// Fails: waits until all have settled, unless told otherwise
// Fails: waits until one has settled with FIRST_COMPLETED
// Fails: takes a failure for settled too with FIRST_COMPLETED
// Fails: waits until one is rejected with FIRST_EXCEPTION
// Fails: waits until all have settled with FIRST_EXCEPTION when none is rejected
// Fails: sorts them in whatever order they settle
// Fails: has in done all that have settled by then
// Fails: throws no failure, and leaves none unhandled
// Fails: gives what is known when the time is up
// Fails: does not wait for work with a timeout of 0 ms
// Fails: reads the promises once, from whatever iterable
// Says: async, then, catch and finally make new promises.
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
  const pending = new Set([...promises].map(async (promise) => promise));
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
  return { done: new Set(done), pending: new Set(pending) };
}
