// Keeps the value, and not the promise: an `await` while the work is in flight calls `f` again.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: Each call starts the work again. Call once: one promise can be awaited many times.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let kept: { value: T } | undefined;
  const get = async () => {
    kept ??= { value: await f() };
    return kept.value;
  };
  return { then: (onFulfilled, onRejected) => get().then(onFulfilled, onRejected) };
}
