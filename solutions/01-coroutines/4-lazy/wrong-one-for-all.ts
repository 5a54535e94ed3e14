// Stores the promise outside of the function: one for all objects.
// Fails: does not call f before the first await
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: calls f once for each object, also when two objects have the same f
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Fails: calls no handler during the call of 'then'
// Says: page was never started; expected at 20 ms
type Io<T> = () => Promise<T>;

let started: Promise<unknown> | undefined;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return {
    then(onFulfilled, onRejected) {
      started ??= f();
      return (started as Promise<T>).then(onFulfilled, onRejected);
    },
  };
}
