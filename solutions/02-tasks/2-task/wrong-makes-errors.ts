// Makes an Error of everything else that the work may reject with.
// Fails: result() throws the error of the work when the work has failed
// Fails: every await throws the error of the work, even a late one
// Says: It rejected with Error('undefined') at 30 ms; expected a rejection with undefined.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)));

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #end: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f().catch((reason) => {
      throw asError(reason);
    });
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
    return this.#promise.then(onDone, onFailed);
  }
}
