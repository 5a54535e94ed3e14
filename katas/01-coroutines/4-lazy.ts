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
  // TODO: give an object that can be awaited, and call f only when it is.
  throw new Error('TODO: write lazy() in katas/01-coroutines/4-lazy.ts');
}
