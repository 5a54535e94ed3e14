// Calls f at the first await, as Python does with a coroutine.
// Fails: calls f once, synchronously in the constructor
// Fails: has the status 'pending' until the work settles, and afterwards 'done' or 'failed'
// Fails: result() throws an Error while the work is pending, and returns the value afterwards
// Fails: result() returns any value, even undefined
// Fails: result() throws the error of the work when the work has failed
// Fails: every await throws the error of the work, even a late one
// Fails: keeps tasks apart, also those of the same function
// Says: 'a' was never started. Did your code call the function that it got, or only keep it?
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #f: Io<T>;
  #promise: Promise<T> | undefined;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#f = f;
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
    if (!this.#promise) {
      this.#promise = this.#f();
      this.#promise.then(
        (value) => {
          this.#settled = { status: 'fulfilled', value };
        },
        (reason) => {
          this.#settled = { status: 'rejected', reason };
        },
      );
    }
    return this.#promise.then(onDone, onFailed);
  }
}
