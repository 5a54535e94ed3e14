// p-race of what ends the waiting and a timeout, which is cleared.
import pRace from 'p-race';

export async function wait(
  promises: Iterable<Promise<unknown>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: { returnWhen?: string; timeout?: number } = {},
) {
  const all = new Set(promises);
  if (all.size === 0) throw new TypeError('nothing to wait for');
  const done = new Set<Promise<unknown>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
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
  const late = new Promise<void>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout);
  });
  await pRace([over, late]);
  clearTimeout(timer);
  return {
    done: new Set(done),
    pending: new Set([...all].filter((promise) => !done.has(promise))),
  };
}
