// Keeps a list of the `resolve` and `reject` functions that wait, and no promise.
type Io<T> = () => Promise<T>;
type Handlers<T> = { resolve: (value: T) => void; reject: (reason: unknown) => void };

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const waiting: Handlers<T>[] = [];
  let tell: ((handlers: Handlers<T>) => void) | undefined;
  const settle = (next: typeof tell) => {
    tell = next;
    for (const handlers of waiting.splice(0)) next?.(handlers);
  };
  let started = false;
  return {
    then(onFulfilled, onRejected) {
      return new Promise<T>((resolve, reject) => {
        if (tell) tell({ resolve, reject });
        else waiting.push({ resolve, reject });
        if (started) return;
        started = true;
        f().then(
          (value) => settle((handlers) => handlers.resolve(value)),
          (reason) => settle((handlers) => handlers.reject(reason)),
        );
      }).then(onFulfilled, onRejected);
    },
  };
}
