// Replaces its own `then` by the promise's. (Of two concurrent awaits, both have looked up the old one.)
// Fails: calls f only once, and every await gets the value
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: 'page' was started 2 times, at 0 and 0 ms; expected once.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const self: PromiseLike<T> = {
    then(onFulfilled, onRejected) {
      const promise = f();
      self.then = promise.then.bind(promise) as typeof self.then;
      return promise.then(onFulfilled, onRejected);
    },
  };
  return self;
}
