// `then` takes only the first handler; the one for the error is never called.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Fails: calls no handler during the call of 'then'
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
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
