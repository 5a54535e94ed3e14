// Assumes that `Promise.resolve().then(f)` waits for an `await`. (It calls `f` in a microtask, awaited or not.)
// Fails: does not call f before the first await
// Fails: calls f once for each object, also when two objects have the same f
// Says: Does a then() start it, or an async function that returns it?
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return Promise.resolve().then(f);
}
