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
  // TODO: return an object that can be awaited, and call f only when it is.
  throw new Error('TODO: write lazy() in katas/01-coroutines/4-lazy.ts');
}
