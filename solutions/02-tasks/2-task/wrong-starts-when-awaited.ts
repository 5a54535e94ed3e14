// Like a Python coroutine: nothing runs before somebody awaits it.
// Fails: starts the work once, when it is made
// Fails: is pending until the work has ended, then done or failed
// Fails: throws when it is asked for its result too early
// Fails: may have any value for a result
// Fails: throws the failure itself when it is asked for the result of failed work
// Fails: passes its failure on to whoever awaits it
// Says: It never logged 'f is called'
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
