// Puts the promise's `then` in place of its own; two who await together have looked it up by then.
// Fails: calls f once, and gives its value to each who awaits
// Fails: passes a failure on to each who awaits, and does not try again
// Says: page was started 2 times (at 0 and 0 ms); expected 1 time.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const self: PromiseLike<T> = {
    then(onDone, onFailed) {
      const promise = f();
      self.then = promise.then.bind(promise) as typeof self.then;
      return promise.then(onDone, onFailed);
    },
  };
  return self;
}
