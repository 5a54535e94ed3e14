// `then` returns the object itself, as a builder does, so the value that the handler returns is lost.
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Says: then() returns a new promise: it fulfils with what the handler returns.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const self = {
    then(onFulfilled: (value: T) => void, onRejected: (reason: unknown) => void) {
      started ??= f();
      started.then(onFulfilled, onRejected);
      return self;
    },
  };
  return self as PromiseLike<T>;
}
