// Assumes that a promise starts its work when it is awaited. (The call of `f` has already started it.)
// Fails: does not call f before the first await
// Fails: calls f once for each object, also when two objects have the same f
// Says: Calling a function starts its work, even without await.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return f();
}
