// Calls `f` again for every `await`.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: calls no handler during the call of 'then'
// Says: page was started 4 times (at 0, 0, 7 and 57 ms); expected 1 time
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return { then: (onFulfilled, onRejected) => f().then(onFulfilled, onRejected) };
}
