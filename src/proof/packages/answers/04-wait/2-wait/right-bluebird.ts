// Bluebird for the race and its timeout.
import Bluebird from 'bluebird';

export async function wait(
  promises: Iterable<Promise<unknown>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: { returnWhen?: string; timeout?: number } = {},
) {
  const all = new Set(promises);
  if (all.size === 0) throw new TypeError('nothing to wait for');
  const done = new Set<Promise<unknown>>();
  const over = new Bluebird<void>((resolve) => {
    const settle = (promise: Promise<unknown>, isFailure: boolean) => {
      done.add(promise);
      if (
        done.size === all.size ||
        returnWhen === 'FIRST_COMPLETED' ||
        (isFailure && returnWhen === 'FIRST_EXCEPTION')
      )
        resolve();
    };
    for (const promise of all)
      promise.then(
        () => settle(promise, false),
        () => settle(promise, true),
      );
  });
  if (timeout === undefined) await over;
  else await over.timeout(timeout).catch(Bluebird.TimeoutError, () => {});
  return {
    done: new Set(done),
    pending: new Set([...all].filter((promise) => !done.has(promise))),
  };
}
