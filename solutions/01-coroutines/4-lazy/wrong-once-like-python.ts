// Can be awaited once, as a coroutine of Python.
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Fails: returns a promise from 'then', so that calls can be chained
// Fails: settles that promise with what the handler returns or throws
// Fails: calls no handler during the call of 'then'
// Says: It rejected at 7 ms with: cannot reuse already awaited coroutine
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let isUsed = false;
  return {
    then(onFulfilled, onRejected) {
      if (isUsed) {
        const error = new Error('cannot reuse already awaited coroutine');
        return Promise.reject<T>(error).then(onFulfilled, onRejected);
      }
      isUsed = true;
      return f().then(onFulfilled, onRejected);
    },
  };
}
