// Assumes that a value of undefined means that the work is still pending. (Work can fulfil with undefined.)
// Fails: result() returns any value, even undefined
// Fails: result() throws the error of the work when the work has failed
// Says: undefined is a value, too: it does not mean that the task is pending.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #value: T | undefined;
  #failure: unknown;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    this.#promise.then(
      (value) => {
        this.#value = value;
      },
      (failure) => {
        this.#failure = failure;
      },
    );
  }

  get status(): Status {
    if (this.#failure) return 'failed';
    return this.#value === undefined ? 'pending' : 'done';
  }

  result(): T {
    if (this.#failure) throw this.#failure;
    if (this.#value === undefined) throw new Error(`${this.name} is still pending`);
    return this.#value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
