// Is an async function itself: its `return` awaits the object, which starts the work.
// Fails: does not call f before the first await
// Fails: calls f once for each object, also when two objects have the same f
// Says: Does a then() start it, or an async function that returns it?
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
