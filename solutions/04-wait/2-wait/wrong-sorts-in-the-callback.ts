// Builds the sets in the first handler, before the handlers of other settled promises have run.
// Fails: puts every promise that has settled into done
// Fails: handles promises that had rejected before the call
// Says: Handlers run one after another: let all of them run before you build the sets.
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
  const all = new Set(promises);
  if (all.size === 0) throw new TypeError('nothing to wait for');
  const done = new Set<Promise<T>>();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      const pending = new Set([...all].filter((promise) => !done.has(promise)));
      resolve({ done: new Set(done), pending });
    };
    const timer = timeout === undefined ? undefined : setTimeout(finish, timeout);
    for (const promise of all) {
      const settle = (isEnough: boolean) => {
        done.add(promise);
        if (isEnough || done.size === all.size) finish();
      };
      promise.then(
        () => settle(returnWhen === 'FIRST_COMPLETED'),
        () => settle(returnWhen !== 'ALL_COMPLETED'),
      );
    }
  });
}
