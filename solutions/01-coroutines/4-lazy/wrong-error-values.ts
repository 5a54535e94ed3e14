// Assumes that a value that is an Error is a failure. (Only a rejection is.)
// Fails: calls f only once, and every await gets the value
// Says: It rejected at 30 ms with: this is a value
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let work: Promise<unknown> | undefined;
  return {
    then(onFulfilled, onRejected) {
      work ??= f();
      return work
        .then((value) => {
          if (value instanceof Error) throw value;
          return value as T;
        })
        .then(onFulfilled, onRejected);
    },
  };
}
