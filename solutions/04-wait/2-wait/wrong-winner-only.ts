// Assumes that only the winner of the race has settled. (Others may have settled as well.)
// Fails: puts every promise that has settled into done
// Fails: handles promises that had rejected before the call
// Fails: counts a promise once that is in the input twice
// Says: A promise that has settled belongs in done, even when another one was enough.
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
  if (all.length === 0) throw new TypeError('nothing to wait for');
  const watched = all.map((promise) =>
    promise.then(
      () => ({ promise, failed: false }),
      () => ({ promise, failed: true }),
    ),
  );
  const done = new Set<Promise<T>>();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(() => resolve(undefined), timeout);
  });
  while (done.size < all.length) {
    const racing = watched.filter((_, i) => !done.has(all[i] as Promise<T>));
    const winner = await Promise.race([...racing, limit]);
    if (!winner) break;
    done.add(winner.promise);
    if (returnWhen === 'FIRST_COMPLETED') break;
    if (returnWhen === 'FIRST_EXCEPTION' && winner.failed) break;
  }
  clearTimeout(timer);
  return { done, pending: new Set(all.filter((promise) => !done.has(promise))) };
}
