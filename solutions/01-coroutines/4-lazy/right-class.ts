// A class with a then, which calls f at the first time.
type Io<T> = () => Promise<T>;

class Lazy<T> implements PromiseLike<T> {
  readonly #f: Io<T>;
  #promise: Promise<T> | undefined;

  constructor(f: Io<T>) {
    this.#f = f;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    if (!this.#promise) this.#promise = this.#f();
    return this.#promise.then(onDone, onFailed);
  }
}

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return new Lazy(f);
}
