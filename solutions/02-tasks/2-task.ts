type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

/**
 * Running work whose status and result can be read at any time, and which can be awaited.
 *
 * - The constructor calls `f` once, synchronously.
 * - `name` is the given name, unchanged, even an empty one, or 'task' when it is `undefined`.
 * - `status` is 'pending' until the promise of `f` has settled. Afterwards it is 'done' if that
 *   fulfilled, or 'failed' if it rejected.
 * - `result()` throws an `Error` while the task is pending, and returns the value when it is done.
 * - `result()` returns any value that the work has, even `undefined`, at every call.
 * - `result()` throws the error of the work itself when the task has failed, whatever it is, at every call.
 * - Every `await` and every `then` gets the value, before the work has settled and after. No timer is needed.
 * - Every `await` throws the error of the work itself, whatever it is, even a late one.
 * - `then` takes and returns what the one of a promise does: each handler may be missing, or return a
 *   promise; the new promise is for the result of the handler. An error of a handler rejects only that
 *   promise: it is not for the other handler, and not lost.
 * - Handlers are called in the order in which they were attached, and not before `then` has returned.
 * - When a handler that was passed to `then` runs, `status` and `result()` already have their final value.
 * - An error that is read late, by `await` or by `result()`, causes no unhandled rejection before that.
 * - Each task has its own work, status and result, also when two tasks have the same `f`.
 */
export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name?: string) {
    this.name = name ?? 'task';
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
