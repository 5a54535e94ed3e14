// A weak map from each object to the promise of its work.
type Io<T> = () => Promise<T>;

const works = new WeakMap<object, Promise<unknown>>();

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const self: PromiseLike<T> = {
    then(onFulfilled, onRejected) {
      const work = (works.get(self) as Promise<T> | undefined) ?? f();
      works.set(self, work);
      return work.then(onFulfilled, onRejected);
    },
  };
  return self;
}
