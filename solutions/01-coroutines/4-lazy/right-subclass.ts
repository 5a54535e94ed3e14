// A promise only by name: its own state is never used.
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
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#result ??= this.#f();
    return this.#result.then(onDone, onFailed);
  }
}

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return new Lazy(f);
}
