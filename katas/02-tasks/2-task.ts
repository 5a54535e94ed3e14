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
