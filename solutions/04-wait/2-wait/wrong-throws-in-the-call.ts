// Throws in the call when the input is empty. (A caller that attaches a `catch` has no promise.)
// Fails: rejects with a TypeError when the input is empty
// Says: It fulfilled with 'thrown during the call: a TypeError'
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

export function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: Options = {},
): Promise<Result<T>> {
  const pending = new Set(promises);
  if (pending.size === 0) throw new TypeError('wait() needs at least one promise to wait for');
  return waitFor(pending, returnWhen, timeout);
}

async function waitFor<T>(
  pending: Set<Promise<T>>,
  returnWhen: ReturnWhen,
  timeout: number | undefined,
): Promise<Result<T>> {
  const done = new Set<Promise<T>>();
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
