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

  constructor(f: Io<T>, name?: string) {
    // TODO: start the work, and record how it settles.
    throw new Error('TODO: write Task in katas/02-tasks/2-task.ts');
  }

  get status(): Status {
    throw new Error('TODO: write status in katas/02-tasks/2-task.ts');
  }

  result(): T {
    throw new Error('TODO: write result() in katas/02-tasks/2-task.ts');
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    throw new Error('TODO: write then() in katas/02-tasks/2-task.ts');
  }
}
