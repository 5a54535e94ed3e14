// Takes every Error for a failure, also one that the work fulfilled with.
// Fails: result() returns any value, even undefined
// Fails: result() throws the error of the work when the work has failed
// Says: Expected it to fulfil with [ Error('this is a value') ].
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #end: { it: T | unknown } | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    const record = (it: unknown) => {
      this.#end = { it };
    };
    this.#promise.then(record, record);
  }

  get status(): Status {
    if (!this.#end) return 'pending';
    return this.#end.it instanceof Error ? 'failed' : 'done';
  }

  result(): T {
    if (!this.#end) throw new Error('The task is pending.');
    if (this.#end.it instanceof Error) throw this.#end.it;
    return this.#end.it as T;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
