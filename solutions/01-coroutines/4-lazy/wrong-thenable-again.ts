// `then` returns an object that has a `then` and nothing else. (A promise has `catch` and `finally`.)
// Fails: returns a promise from 'then', so that calls can be chained
// Says: read.finally is not a function
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f();
      const next = started.then(onFulfilled, onRejected);
      return { then: (...handlers) => next.then(...handlers) };
    },
  };
}
