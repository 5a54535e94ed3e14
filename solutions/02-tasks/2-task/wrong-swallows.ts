// Catches the error to record it, and with that fulfils the promise that other code awaits.
// Fails: every await throws the error of the work, even a late one
// Fails: then() takes and returns what the one of a promise does
// Says: 'a' failed at 20 ms. That error was handled, but not passed on. Does a catch turn it into a value?
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
    this.#promise = f().then(
      (value) => {
        this.#value = value;
        this.#status = 'done';
        return value;
      },
      (failure) => {
        this.#failure = failure;
        this.#status = 'failed';
        return undefined as T;
      },
    );
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
