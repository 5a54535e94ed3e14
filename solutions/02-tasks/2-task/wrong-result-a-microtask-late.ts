// Records the status in one handler and the result in a later one, so a handler finds the one without the other.
// Fails: has its final status and result before any handler runs
// Says: is the outcome recorded before they run?
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #status: Status = 'pending';
  #read: (() => T) | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    this.#promise.then(
      () => {
        this.#status = 'done';
      },
      () => {
        this.#status = 'failed';
      },
    );
    Promise.allSettled([this.#promise]).then(([end]) => {
      this.#read = () => {
        if (end.status === 'rejected') throw end.reason;
        return end.value;
      };
    });
  }

  get status(): Status {
    return this.#status;
  }

  result(): T {
    if (!this.#read) throw new Error('The task is pending.');
    return this.#read();
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
