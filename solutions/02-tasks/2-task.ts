type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

/**
 * Running work whose status and result can be read at any time, and which can be awaited.
 *
 * - The constructor calls `f` once, synchronously.
 * - `name` is the given name, even an empty one, or 'task' when none is given.
 * - `status` is 'pending' until the promise of `f` has settled. Afterwards it is 'done' if that
 *   fulfilled, or 'failed' if it rejected.
 * - `result()` throws an error while the task is pending, and returns the value when it is done.
 * - `result()` returns any value that the work has, even `undefined`.
 * - `result()` throws the error of the work itself when the task has failed, whatever it is.
 * - Every `await` and every `then` gets the value, before the work has settled and after. `then` works
 *   like the one of a promise: it returns a new promise for the result of its handler, and an error of one
 *   handler is not for the other.
 * - Every `await` throws the error of the work itself, even a late one.
 * - When a handler that was passed to `then` runs, `status` already has its final value.
 * - An error that is read late, by `await` or by `result()`, causes no unhandled rejection before that.
 */
export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    // The handlers attached first run first: when any other handler runs, this one has recorded the
    // outcome. It handles a rejection too, so none is unhandled.
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
    // A new promise for each caller, who has to handle its rejection.
    return this.#promise.then(onDone, onFailed);
  }
}
