// Keeps one listener: the last one who came.
// Fails: calls f once, and gives its value to each who awaits
// Fails: passes a failure on to each who awaits, and does not try again
// Fails: can be chained
// Says: is resolve called on every way through your code?
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  let done: (value: T) => void = () => {};
  let failed: (reason: unknown) => void = () => {};
  return {
    then(onDone: typeof done, onFailed: typeof failed) {
      done = onDone;
      failed = onFailed;
      started ??= f();
      started.then(
        (value) => done(value),
        (reason) => failed(reason),
      );
    },
  } as PromiseLike<T>;
}
