// Gives itself again, as a builder does: what the listener made of the value is lost.
// Fails: can be chained
// Says: It gave 'PAGE' at 30 ms; expected 'PAGE, read'.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const self = {
    then(onDone: (value: T) => void, onFailed: (reason: unknown) => void) {
      started ??= f();
      started.then(onDone, onFailed);
      return self;
    },
  };
  return self as PromiseLike<T>;
}
