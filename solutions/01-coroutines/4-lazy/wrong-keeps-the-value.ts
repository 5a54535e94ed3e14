// Remembers the value, and not that it is under way: who comes meanwhile starts the work anew.
// Fails: calls f once, and gives its value to each who awaits
// Fails: passes a failure on to each who awaits, and does not try again
// Says: page was started 2 times (at 0 and 0 ms); expected 1 time. Each call starts the work anew
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let kept: { value: T } | undefined;
  const get = async () => {
    kept ??= { value: await f() };
    return kept.value;
  };
  return { then: (onDone, onFailed) => get().then(onDone, onFailed) };
}
