// A Proxy whose every property is `then`. (`JSON.stringify` calls `toJSON`, so it starts the work.)
// Fails: does not call f before the first await
// Says: 'page' was started at 0 ms; expected: not at all.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const then: PromiseLike<T>['then'] = (onFulfilled, onRejected) => {
    started ??= f();
    return started.then(onFulfilled, onRejected);
  };
  return new Proxy({} as PromiseLike<T>, { get: () => then });
}
