// Resolves with what the handler returns, inside a `then`. (What the handler throws rejects another promise.)
// Fails: settles that promise with what the handler returns or throws
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled?: (value: T) => unknown, onRejected?: (reason: unknown) => unknown) {
      started ??= f();
      const work = started;
      return new Promise<unknown>((resolve, reject) => {
        work.then(
          (value) => resolve(onFulfilled ? onFulfilled(value) : value),
          (reason) => (onRejected ? resolve(onRejected(reason)) : reject(reason)),
        );
      });
    },
  } as PromiseLike<T>;
}
