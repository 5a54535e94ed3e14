// result() returns the error of the work instead of throwing it.
// Fails: result() throws the error of the work when the work has failed
// Fails: has its final status and result before any handler runs
// Says: Throw the error: a caller does not look for one in the result.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
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
    if (this.#settled.status === 'rejected') return this.#settled.reason;
    return this.#settled.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
