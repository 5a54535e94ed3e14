// Attaches a handler for the value only: a failure is not recorded, and the promise that then() returns rejects without a handler.
// Fails: has the status 'pending' until the work settles, and afterwards 'done' or 'failed'
// Fails: result() throws the error of the work when the work has failed
// Fails: has its final status and result before any handler runs
// Fails: causes no unhandled rejection when its error is read late
// Fails: keeps tasks apart, also those of the same function
// Says: A then() with one function skips a rejection
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
    this.#promise.then((value) => {
      this.#value = value;
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
