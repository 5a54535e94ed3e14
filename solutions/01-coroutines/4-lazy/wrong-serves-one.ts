// Keeps only the handlers of the last `await`; the others never continue.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Says: Think of the last result, of a result that is undefined, and of several callers.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  let done: (value: T) => void = () => {};
  let failed: (reason: unknown) => void = () => {};
  return {
    then(onFulfilled: typeof done, onRejected: typeof failed) {
      done = onFulfilled;
      failed = onRejected;
      started ??= f();
      started.then(
        (value) => done(value),
        (reason) => failed(reason),
      );
    },
  } as PromiseLike<T>;
}
