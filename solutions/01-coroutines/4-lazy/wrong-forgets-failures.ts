// `then` takes two listeners, and the second one is never told.
// Fails: passes a failure on to each who awaits, and does not try again
// Fails: can be chained
// Says: At 30 ms a failure came that nobody heard (page failed)
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onDone: (value: T) => void) {
      started ??= f();
      started.then(onDone);
    },
  } as PromiseLike<T>;
}
