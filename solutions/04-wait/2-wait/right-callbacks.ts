// A promise made by hand: each handler records its promise, and decides whether that is enough.
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

export function wait<T>(promises: Iterable<Promise<T>>, options: Options = {}): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const all = new Set(promises);
    const settled = new Set<Promise<T>>();
    let over = false;
    const finish = () => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      // One microtask later, so that the handlers of promises that had already settled run first.
      queueMicrotask(() => {
        const done = new Set<Promise<T>>();
        const pending = new Set<Promise<T>>();
        for (const promise of all) (settled.has(promise) ? done : pending).add(promise);
        resolve({ done, pending });
      });
    };
    const timer =
      options.timeout === undefined || all.size === 0
        ? undefined
        : setTimeout(finish, options.timeout);
    const note = (promise: Promise<T>, isEnough: boolean) => {
      settled.add(promise);
      if (isEnough || settled.size === all.size) finish();
    };
    for (const promise of all) {
      promise.then(
        () => note(promise, options.returnWhen === 'FIRST_COMPLETED'),
        () => note(promise, (options.returnWhen ?? 'ALL_COMPLETED') !== 'ALL_COMPLETED'),
      );
    }
    if (all.size === 0) reject(new TypeError('nothing to wait for'));
  });
}
