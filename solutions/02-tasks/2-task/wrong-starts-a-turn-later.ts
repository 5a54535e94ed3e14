// Calls f in a handler of then(), which runs only after the constructor has returned.
// Fails: calls f once, synchronously in the constructor
// Fails: has the status 'pending' until the work settles, and afterwards 'done' or 'failed'
// Fails: result() throws an Error while the work is pending, and returns the value afterwards
// Says: Code after an await, in a then or in a timer runs only after the call has returned.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = Promise.resolve().then(f);
    this.#promise.then(
      (value) => {
        this.#settled = { status: 'fulfilled', value };
      },
      (reason) => {
        this.#settled = { status: 'rejected', reason };
      },
    );
  }

  get status(): Status {
    if (!this.#settled) return 'pending';
    return this.#settled.status === 'fulfilled' ? 'done' : 'failed';
  }

  result(): T {
    if (!this.#settled) throw new Error(`${this.name} is still pending`);
    if (this.#settled.status === 'rejected') throw this.#settled.reason;
    return this.#settled.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
