// Calls both handlers without a look whether they are there.
// Fails: settles that promise with what the handler returns or throws
// Says: onFulfilled is not a function
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled: (value: T) => unknown, onRejected: (reason: unknown) => unknown) {
      started ??= f();
      return started.then(
        (value) => onFulfilled(value),
        (reason) => onRejected(reason),
      );
    },
  } as PromiseLike<T>;
}
