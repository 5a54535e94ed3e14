// An await is content with such a `then`; whoever chains gets nothing to chain on.
// Fails: can be chained
// Says: undefined is what a function gives that returns nothing
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    then(onDone: (value: T) => void, onFailed: (reason: unknown) => void) {
      started ??= f();
      started.then(onDone, onFailed);
    },
  } as PromiseLike<T>;
}
