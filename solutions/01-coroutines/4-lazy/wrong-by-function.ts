// Stores the promise by `f`: two objects with the same `f` share one call.
// Fails: calls f once for each object, also when two objects have the same f
// Says: 'page' was started once, at 0 ms; expected 2 times.
type Io<T> = () => Promise<T>;

const works = new WeakMap<object, Promise<unknown>>();

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return {
    then(onFulfilled, onRejected) {
      const work = (works.get(f) as Promise<T> | undefined) ?? f();
      works.set(f, work);
      return work.then(onFulfilled, onRejected);
    },
  };
}
