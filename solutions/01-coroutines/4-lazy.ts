type Io<T> = () => Promise<T>;

/**
 * Gives something that can be awaited, and does nothing until somebody does: what Python calls a
 * coroutine.
 *
 * - `f` is not called before somebody awaits.
 * - Whoever awaits gets what `f` gave.
 * - `f` is called once, however many await, together or one after the other.
 * - When `f` fails, each of them gets that failure.
 */
export function lazy<T>(f: Io<T>): PromiseLike<T> {
  let started: Promise<T> | undefined;
  return {
    // `await` calls this: the first one who does starts the work, and all listen to the same promise.
    then: (onDone, onFailed) => {
      started ??= f();
      return started.then(onDone, onFailed);
    },
  };
}
