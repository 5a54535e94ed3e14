// Keeps the record outside of the class, so all tasks share it.
// Fails: keeps tasks apart, also those of the same function
// Says: All tasks share that.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

let end: PromiseSettledResult<unknown> | undefined;

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    end = undefined;
    this.#promise.then(
      (value) => {
        end = { status: 'fulfilled', value };
      },
      (reason) => {
        end = { status: 'rejected', reason };
      },
    );
  }

  get status(): Status {
    if (!end) return 'pending';
    return end.status === 'fulfilled' ? 'done' : 'failed';
  }

  result(): T {
    if (!end) throw new Error('The task is pending.');
    if (end.status === 'rejected') throw end.reason;
    return end.value as T;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
