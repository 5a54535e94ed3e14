// Calls `f` again for every `await`.
// Fails: calls f only once, and every await gets the value
// Fails: throws the error at every await when f rejects, and does not call f again
// Says: 'page' was started 3 times, at 0, 0 and 50 ms; expected once
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return { then: (onFulfilled, onRejected) => f().then(onFulfilled, onRejected) };
}
