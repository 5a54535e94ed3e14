// Keeps the value, and not the promise: an `await` while the work is in flight calls `f` again.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: page was started 3 times (at 0, 0 and 7 ms); expected 1 time.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let kept: { value: T } | undefined;
  const get = async () => {
    kept ??= { value: await f() };
    return kept.value;
  };
  return { then: (onFulfilled, onRejected) => get().then(onFulfilled, onRejected) };
}
