// `then` is an async function that awaits the work and calls the handlers itself.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    async then(onFulfilled, onRejected) {
      let value: T;
      try {
        started ??= f();
        value = await started;
      } catch (error) {
        if (onRejected) return onRejected(error);
        throw error;
      }
      return onFulfilled ? onFulfilled(value) : (value as never);
    },
  };
}
