// Waits 5 ms after the work, before the first handler is called.
// Fails: does not call f before the first await
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: returns a promise from 'then', so that calls can be chained
// Says: From 50 to 55 ms no work was running, only a timer
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f().finally(() => new Promise((resolve) => setTimeout(resolve, 5)));
      return started.then(onFulfilled, onRejected);
    },
  };
}
