// A loop that races the pending promises against a timer, and checks after each race whether that is enough.
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
  options: Options = {},
): Promise<Result<T>> {
  const pending = new Set(promises);
  const done = new Set<Promise<T>>();
  if (pending.size === 0) throw new TypeError('wait() was given nothing to wait for');
  let timedOut = false;
  let failed = false;
  let alarm = () => {};
  const bell = new Promise<void>((resolve) => {
    alarm = resolve;
  });
  const timer =
    options.timeout === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          alarm();
        }, options.timeout);
  const settling = new Map(
    [...pending].map((promise) => {
      const settled = promise
        .catch(() => {
          failed = true;
        })
        .then(() => {
          pending.delete(promise);
          done.add(promise);
        });
      return [promise, settled] as const;
    }),
  );
  try {
    while (pending.size > 0 && !timedOut) {
      await Promise.race([bell, ...[...pending].map((promise) => settling.get(promise))]);
      if (options.returnWhen === 'FIRST_COMPLETED' && done.size > 0) break;
      if (options.returnWhen === 'FIRST_EXCEPTION' && failed) break;
    }
  } finally {
    clearTimeout(timer);
  }
  return { done: new Set(done), pending: new Set(pending) };
}
