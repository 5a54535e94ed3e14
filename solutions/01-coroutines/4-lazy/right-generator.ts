// An async generator that calls `f`; its first `next` starts it.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  async function* work() {
    yield f();
  }
  const generator = work();
  let first: Promise<T> | undefined;
  return {
    then(onFulfilled, onRejected) {
      first ??= generator.next().then(({ value }) => value as T);
      return first.then(onFulfilled, onRejected);
    },
  };
}
