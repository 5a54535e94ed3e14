type Io<T> = () => Promise<T>;

/**
 * Gives something that can be awaited, and that does nothing until somebody does: what Python calls a
 * coroutine.
 *
 * - `f` is not called before somebody awaits.
 * - `f` is called once, however many await, together or one after the other; each gets its value.
 * - When `f` fails, each of them gets that failure; it is not called again.
 * - `then` gives a promise in turn, so that calls can be chained.
 */
export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    // `await` calls this. Whoever comes first starts the work; all listen to the one promise.
    then(onDone, onFailed) {
      started ??= f();
      return started.then(onDone, onFailed);
    },
  };
}
