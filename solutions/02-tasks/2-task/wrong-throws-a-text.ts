// result() throws a text while the work is pending. (A text has no stack, and no instanceof finds it.)
// Fails: result() throws an Error while the work is pending, and returns the value afterwards
// Says: It logged 'result() threw no Error' at 0 ms; expected 'result() threw an Error'.
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
    if (!this.#end) throw 'pending';
    if (this.#end.status === 'rejected') throw this.#end.reason;
    return this.#end.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
