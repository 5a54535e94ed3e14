// Drops the promise when it rejects, so the next `await` calls `f` again.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: 'page' was started 2 times, at 0 and 50 ms; expected once.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f().catch((error) => {
        started = undefined;
        throw error;
      });
      return started.then(onFulfilled, onRejected);
    },
  };
}
