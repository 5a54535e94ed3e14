// Attaches the second handler with a `catch` after the first one. (So it also gets what the first one throws.)
// Fails: settles that promise with what the handler returns or throws
// Says: It fulfilled with 'never' at 30 ms; expected a rejection with Error('broken')
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      started ??= f();
      return started.then(onFulfilled).catch(onRejected);
    },
  };
}
