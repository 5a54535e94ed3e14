type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

/**
 * Work under way that one can look into.
 *
 * - It starts when it is made: `f` is called at once, in the constructor, and never again.
 * - `name` is what it was called, and `task` when it was not given a name.
 * - `status` is `pending` until the work has ended, and from then on `done` or `failed`.
 * - `result()` throws an error as long as the task is pending. After that it gives the value, whatever
 *   that is, or throws the failure itself.
 * - It can be awaited, as often as one likes, before its end and after: `then` is like a promise's.
 * - Whoever is told through `then` finds the status right already.
 * - A failure may be looked at late, by `await` or by `result()`: it is not unhandled meanwhile.
 */
export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    // Who listens first is told first: by the time anybody else hears, this has been noted. And since
    // this one hears a failure too, none is unhandled.
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
    // Everybody gets a branch of their own: a failure that nobody hears on it is theirs to answer for.
    return this.#promise.then(onDone, onFailed);
  }
}
