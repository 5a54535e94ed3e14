// A promise chain that is built immediately; its first promise is resolved by `then`.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let start = () => {};
  // Pending until `then` calls `start`; only then is `f` called.
  const promise = new Promise<void>((resolve) => {
    start = resolve;
  }).then(f);
  return {
    then(onFulfilled, onRejected) {
      start();
      return promise.then(onFulfilled, onRejected);
    },
  };
}
