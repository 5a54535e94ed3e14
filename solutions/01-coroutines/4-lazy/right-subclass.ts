// A subclass of Promise that overrides `then`; its own state is never used.
type Io<T> = () => Promise<T>;

class Lazy<T> extends Promise<T> {
  readonly #f: Io<T>;
  #result: Promise<T> | undefined;

  constructor(f: Io<T>) {
    super(() => {});
    this.#f = f;
  }

  static override get [Symbol.species]() {
    return Promise;
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#result ??= this.#f();
    return this.#result.then(onFulfilled, onRejected);
  }
}

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return new Lazy(f);
}
