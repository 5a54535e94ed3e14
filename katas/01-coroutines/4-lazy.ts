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
  // TODO: give an object with a `then`: that is all that `await` asks for.
  throw new Error('TODO: write lazy() in katas/01-coroutines/4-lazy.ts');
}
