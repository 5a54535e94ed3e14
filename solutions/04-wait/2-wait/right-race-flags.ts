// Races `Promise.race`, `Promise.all` or `Promise.allSettled` against a timer; a set records what has settled.
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
  const settled = new Set<Promise<T>>();
  const outcomes = all.map((promise) =>
    promise.then(
      () => settled.add(promise),
      (failure) => {
        settled.add(promise);
        throw failure;
      },
    ),
  );
  const enough: Promise<unknown>[] = [
    {
      ALL_COMPLETED: () => Promise.allSettled(outcomes),
      FIRST_COMPLETED: () => Promise.race(outcomes),
      FIRST_EXCEPTION: () => Promise.all(outcomes),
    }[returnWhen](),
  ];
  for (const outcome of outcomes) outcome.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  if (timeout !== undefined) {
    enough.push(
      new Promise((resolve) => {
        timer = setTimeout(resolve, timeout);
      }),
    );
  }
  await Promise.race(enough).catch(() => {});
  clearTimeout(timer);
  return {
    done: new Set(all.filter((promise) => settled.has(promise))),
    pending: new Set(all.filter((promise) => !settled.has(promise))),
  };
}
