// Assumes that a then() after a catch() is skipped when the work fails. (After a catch() that returns, it runs too.)
// Fails: has the status 'pending' until the work settles, and afterwards 'done' or 'failed'
// Fails: result() throws the error of the work when the work has failed
// Fails: has its final status and result before any handler runs
// Fails: keeps tasks apart, also those of the same function
// Says: a then() after a catch() runs in both cases.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #status: Status = 'pending';
  #value: T | undefined;
  #failure: unknown;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    this.#promise
      .catch((failure) => {
        this.#failure = failure;
        this.#status = 'failed';
      })
      .then((value) => {
        this.#value = value as T;
        this.#status = 'done';
      });
  }

  get status(): Status {
    return this.#status;
  }

  result(): T {
    if (this.#status === 'pending') throw new Error('not yet');
    if (this.#status === 'failed') throw this.#failure;
    return this.#value as T;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
