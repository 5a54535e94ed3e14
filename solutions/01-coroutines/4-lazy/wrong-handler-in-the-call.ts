// Calls the handler during the call of `then`, once the value is there.
// Fails: calls no handler during the call of 'then'
// Says: a handler runs in a microtask, also when the promise has settled
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  let outcome: { value: T } | undefined;
  return {
    then(onFulfilled, onRejected) {
      if (outcome && onFulfilled) {
        try {
          return Promise.resolve(onFulfilled(outcome.value));
        } catch (error) {
          return Promise.reject(error);
        }
      }
      started ??= f().then((value) => {
        outcome = { value };
        return value;
      });
      return started.then(onFulfilled, onRejected);
    },
  };
}
