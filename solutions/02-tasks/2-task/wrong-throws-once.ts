// result() throws the error only once, and takes it for handled after that.
// Fails: result() throws the error of the work when the work has failed
// Fails: has its final status and result before any handler runs
// Says: It throws the error each time
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
    if (this.#end.status === 'fulfilled') return this.#end.value;
    const { reason } = this.#end;
    this.#end = { status: 'fulfilled', value: undefined as T };
    throw reason;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
