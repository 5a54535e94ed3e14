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

  constructor(f: Io<T>, name?: string) {
    // TODO: start the work, and remember how it ends.
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
