type Io<T> = () => Promise<T>;

/**
 * Returns an object that can be awaited, and that does nothing before that: what Python calls a
 * coroutine.
 *
 * - `f` is not called before the first `await`. An `await` calls `then`; code that only reads `then` does
 *   not start anything.
 * - `f` is called only once, however many times the object is awaited, at the same time or later. Every
 *   `await` gets the value, whatever it is, as soon as it is there.
 * - When `f` rejects, every `await` throws the same reason, whatever it is. `f` is not called again.
 * - Each object calls its own `f`, also when another object has the same `f`.
 * - `then` returns a promise, so that calls can be chained.
 * - That promise settles with what the handler returns or throws. Where a handler is missing, it settles as
 *   the promise of `f` does.
 * - A handler is never called during the call of `then`.
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
