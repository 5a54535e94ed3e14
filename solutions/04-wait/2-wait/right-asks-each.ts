// Records nothing while it waits: at the end it races each promise against a value, to see which have settled.
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
  const stop = new AbortController();
  const limit = new Promise((resolve) => {
    if (timeout === undefined) return;
    const timer = setTimeout(resolve, timeout);
    stop.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
  const enough =
    returnWhen === 'ALL_COMPLETED'
      ? Promise.allSettled(all)
      : returnWhen === 'FIRST_COMPLETED'
        ? Promise.race(all)
        : Promise.all(all);
  try {
    await Promise.race([enough, limit]);
  } catch {
    // The caller finds the error in its promise.
  } finally {
    stop.abort();
  }
  const done = new Set<Promise<T>>();
  const pending = new Set<Promise<T>>();
  const not = Symbol('not settled');
  for (const promise of all) {
    const answer = await Promise.race([promise, not]).catch(() => undefined);
    (answer === not ? pending : done).add(promise);
  }
  return { done, pending };
}
