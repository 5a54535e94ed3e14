// Calls `f` again for every `await`.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: calls no handler during the call of 'then'
// Says: Each call starts the work again. Call once: one promise can be awaited many times.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return { then: (onFulfilled, onRejected) => f().then(onFulfilled, onRejected) };
}
