// A Proxy: it looks like a promise, and its `then` starts the work when it is called.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const start = () => {
    started ??= f();
    return started;
  };
  const then: PromiseLike<T>['then'] = (onFulfilled, onRejected) =>
    start().then(onFulfilled, onRejected);
  return new Proxy({} as PromiseLike<T>, {
    get: (_, key) => (key === 'then' ? then : undefined),
  });
}
