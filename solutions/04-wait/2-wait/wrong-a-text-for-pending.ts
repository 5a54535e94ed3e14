// Races each promise against the text "pending", and a promise may fulfil with that text.
// Fails: does not look at the values: an Error as a value is no rejection
// Fails: handles promises that had rejected before the call
// Fails: waits for no work with a timeout of 0 ms
// Says: 'c' is in pending at 31 ms, but it had ended at 19 ms.
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
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout);
  });
  const enough = {
    ALL_COMPLETED: () => Promise.allSettled(all),
    FIRST_COMPLETED: () => Promise.race(all),
    FIRST_EXCEPTION: () => Promise.all(all),
  };
  await Promise.race<unknown>([enough[returnWhen](), limit]).catch(() => {});
  clearTimeout(timer);
  const done = new Set<Promise<T>>();
  const pending = new Set<Promise<T>>();
  for (const promise of all) {
    const state = await Promise.race<unknown>([promise, 'pending']).catch(() => 'rejected');
    (state === 'pending' ? pending : done).add(promise);
  }
  return { done, pending };
}
