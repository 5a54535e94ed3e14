// Assumes that a timeout is an error, as in `asyncio.wait_for`. (Here it only ends the waiting.)
// Fails: fulfils with sets of the same promises that were passed in
// Fails: fulfils with the sets as they are when the timeout is over, in every mode
// Fails: waits for no work with a timeout of 0 ms
// Fails: leaves no timer when the promises settle before the timeout
// Says: It is no error, and only ends the waiting.
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
  await new Promise<void>((enough, fail) => {
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
    if (timeout !== undefined) timer = setTimeout(() => fail(new Error('timed out')), timeout);
  });
  clearTimeout(timer);
  return { done: new Set(done), pending: new Set(pending) };
}
