// Stores the promise in flight outside of the function: an object that is awaited meanwhile takes it for its own.
// Fails: calls f once for each object, also when two objects have the same f
// Fails: calls no handler during the call of 'then'
// Says: 'page' was started once, at 0 ms; expected 2 times.
type Io<T> = () => Promise<T>;

let inFlight: Promise<unknown> | undefined;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  const start = () => {
    const work = f();
    inFlight = work;
    const reset = () => {
      inFlight = undefined;
    };
    work.then(reset, reset);
    return work;
  };
  return {
    then(onFulfilled, onRejected) {
      started ??= (inFlight as Promise<T> | undefined) ?? start();
      return started.then(onFulfilled, onRejected);
    },
  };
}
