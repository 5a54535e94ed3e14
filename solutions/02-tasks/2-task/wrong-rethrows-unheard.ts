// Records the error and rethrows it, but attaches no handler to the promise that rejects with it.
// Fails: causes no unhandled rejection when its error is read late
// Says: Was 'sleep' awaited until 30 ms? Attach a handler before the promise rejects.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #status: Status = 'pending';
  #value: T | undefined;
  #failure: unknown;

  constructor(f: Io<T>, name?: string) {
    this.name = name ?? 'task';
    this.#promise = this.#run(f);
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

  async #run(f: Io<T>): Promise<T> {
    try {
      this.#value = await f();
      this.#status = 'done';
      return this.#value;
    } catch (failure) {
      this.#failure = failure;
      this.#status = 'failed';
      throw failure;
    }
  }
}
