// Throws a new Error for each `await`, with the reason as its cause.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: settles that promise with what the handler returns or throws
// Says: reason: Error('lazy failed'
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f();
      return started
        .catch((cause) => {
          throw new Error('lazy failed', { cause });
        })
        .then(onFulfilled, onRejected);
    },
  };
}
