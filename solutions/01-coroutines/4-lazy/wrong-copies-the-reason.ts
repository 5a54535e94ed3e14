// Throws a copy of the Error, to have a stack of its own for each `await`.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: settles that promise with what the handler returns or throws
// Says: It looks the same, but it is a copy.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f();
      return started
        .catch((reason) => {
          throw reason instanceof Error && reason.name === 'Error'
            ? new Error(reason.message)
            : reason;
        })
        .then(onFulfilled, onRejected);
    },
  };
}
