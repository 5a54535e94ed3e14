// With p-timeout around `Promise.race`, `Promise.all` or `Promise.allSettled`.
import pTimeout from 'p-timeout';

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
  const outcomes = [...pending].map(async (promise) => {
    try {
      await promise;
    } finally {
      pending.delete(promise);
      done.add(promise);
    }
  });
  const enough = {
    ALL_COMPLETED: Promise.allSettled(outcomes),
    FIRST_COMPLETED: Promise.race(outcomes),
    FIRST_EXCEPTION: Promise.all(outcomes),
  };
  for (const other of Object.values<Promise<unknown>>(enough)) other.catch(() => {});
  const limited = pTimeout<unknown, void>(enough[returnWhen], {
    milliseconds: timeout ?? Number.POSITIVE_INFINITY,
    fallback: () => {},
  });
  await limited.catch(() => {});
  return { done: new Set(done), pending: new Set(pending) };
}
