// Checks every millisecond whether the work has settled. (A promise calls its handlers when it settles.)
// Fails: every await and every then() gets the value, early or late, without a timer
// Fails: calls handlers in the order in which they were attached, and not during then()
// Says: Does your code poll?
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
    const wait = async () => {
      while (!this.#end) await new Promise((resolve) => setTimeout(resolve, 1));
      return this.result();
    };
    return wait().then(onDone, onFailed);
  }
}
