// Starts the work with a timer. (That costs 1 ms.)
// Fails: does not call f before the first await
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: calls f once for each object, also when two objects have the same f
// Fails: returns a promise from 'then', so that calls can be chained
// Says: A timer fired at 21 ms, which was set at 20 ms. (A timer of 0 ms, or less, takes 1 ms.) Did that start 'page'?
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= new Promise<void>((resolve) => setTimeout(resolve)).then(f);
      return started.then(onFulfilled, onRejected);
    },
  };
}
