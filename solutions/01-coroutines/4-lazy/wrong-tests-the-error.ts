// Keeps value and error, and tests the error. (A reason may be `undefined`.)
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: It fulfilled with [ { value: undefined }
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let work: Promise<void> | undefined;
  let value: T;
  let error: unknown;
  return {
    then(onFulfilled, onRejected) {
      work ??= f().then(
        (result) => {
          value = result;
        },
        (reason) => {
          error = reason;
        },
      );
      return work
        .then(() => {
          if (error) throw error;
          return value;
        })
        .then(onFulfilled, onRejected);
    },
  };
}
