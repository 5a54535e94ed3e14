// Calls a handler immediately when the work has settled. (A promise never calls one before then() has returned.)
// Fails: calls handlers in the order in which they were attached, and not during then()
// Says: and calls none of them before then() has returned.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #end: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    this.#promise.then(
      (value) => {
        this.#end = { status: 'fulfilled', value };
      },
      (reason) => {
        this.#end = { status: 'rejected', reason };
      },
    );
  }

  get status(): Status {
    if (!this.#end) return 'pending';
    return this.#end.status === 'fulfilled' ? 'done' : 'failed';
  }

  result(): T {
    if (!this.#end) throw new Error('The task is pending.');
    if (this.#end.status === 'rejected') throw this.#end.reason;
    return this.#end.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    if (!this.#end) return this.#promise.then(onDone, onFailed);
    const { status } = this.#end;
    return new Promise((resolve, reject) => {
      try {
        if (status === 'fulfilled') {
          const value = this.result();
          resolve(onDone ? onDone(value) : (value as unknown as A));
        } else {
          const { reason } = this.#end as PromiseRejectedResult;
          if (onFailed) resolve(onFailed(reason));
          else reject(reason);
        }
      } catch (error) {
        reject(error);
      }
    });
  }
}
