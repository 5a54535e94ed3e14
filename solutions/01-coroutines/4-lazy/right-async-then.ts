// The then is an async function, which awaits and calls the listeners itself.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    async then(onDone, onFailed) {
      let value: T;
      try {
        started ??= f();
        value = await started;
      } catch (error) {
        if (onFailed) return onFailed(error);
        throw error;
      }
      return onDone ? onDone(value) : (value as never);
    },
  };
}
