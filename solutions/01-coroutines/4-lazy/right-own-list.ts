// No promise is kept: those who wait stand in a list.
type Io<T> = () => Promise<T>;
type Listener<T> = { resolve: (value: T) => void; reject: (reason: unknown) => void };

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const waiting: Listener<T>[] = [];
  let tell: ((listener: Listener<T>) => void) | undefined;
  const settle = (next: typeof tell) => {
    tell = next;
    for (const listener of waiting.splice(0)) next?.(listener);
  };
  let started = false;
  return {
    then(onDone, onFailed) {
      return new Promise<T>((resolve, reject) => {
        if (tell) tell({ resolve, reject });
        else waiting.push({ resolve, reject });
        if (started) return;
        started = true;
        f().then(
          (value) => settle((listener) => listener.resolve(value)),
          (reason) => settle((listener) => listener.reject(reason)),
        );
      }).then(onDone, onFailed);
    },
  };
}
