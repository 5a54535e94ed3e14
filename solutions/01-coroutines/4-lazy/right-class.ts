// A class with a `then` that calls `f` the first time.
type Io<T> = () => Promise<T>;

class Lazy<T> implements PromiseLike<T> {
  readonly #f: Io<T>;
  #promise: Promise<T> | undefined;

  constructor(f: Io<T>) {
    this.#f = f;
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    if (!this.#promise) this.#promise = this.#f();
    return this.#promise.then(onFulfilled, onRejected);
  }
}

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return new Lazy(f);
}
