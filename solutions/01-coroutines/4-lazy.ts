type Io<T> = () => Promise<T>;

/**
 * Returns an object that can be awaited, and that does nothing before that: what Python calls a
 * coroutine.
 *
 * - `f` is not called before the first `await`.
 * - `f` is called only once, however many times the object is awaited, at the same time or later. Every
 *   `await` gets the value.
 * - When `f` rejects, every `await` throws the error. `f` is not called again.
 * - `then` returns a promise, so that calls can be chained.
 */
export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    // `await` calls this. The first call starts the work; all calls use the same promise.
    then(onFulfilled, onRejected) {
      started ??= f();
      return started.then(onFulfilled, onRejected);
    },
  };
}
