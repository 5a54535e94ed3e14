// An async function runs when it is called, and a promise is work that has been started.
// Fails: does not call f before somebody awaits
// Says: Calling a function starts its work, whether or not anybody awaits it.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return f();
}
