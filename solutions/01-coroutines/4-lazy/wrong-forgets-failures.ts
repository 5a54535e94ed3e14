// `then` takes only the first handler; the one for the error is never called.
// Fails: throws the error at every await when f rejects, and does not call f again
// Fails: returns a promise from 'then', so that calls can be chained
// Says: At 30 ms a failure came that nobody heard (page failed)
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled: (value: T) => void) {
      started ??= f();
      started.then(onFulfilled);
    },
  } as PromiseLike<T>;
}
