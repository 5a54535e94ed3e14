// Is an async function itself: its `return` awaits the object, which starts the work.
// Fails: does not call f before the first await
// Fails: calls f once for each object, also when two objects have the same f
// Says: page was started at 0 ms, while sleep was at work; expected 20 ms.
type Io<T> = () => Promise<T>;

export async function lazy<T>(f: Io<T>): Promise<T> {
  let started: Promise<T> | undefined;
  const page: PromiseLike<T> = {
    then(onFulfilled, onRejected) {
      started ??= f();
      return started.then(onFulfilled, onRejected);
    },
  };
  return page;
}
