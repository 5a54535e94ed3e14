// Starts the work when `then` is read. (`typeof page.then` reads it, too.)
// Fails: does not call f before the first await
// Says: Calling a function starts its work, even without await.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    get then() {
      started ??= f();
      return started.then.bind(started);
    },
  } as PromiseLike<T>;
}
