// Takes the waiting handlers from the end of the list, so the last one is called first.
// Fails: calls handlers in the order in which they were attached, and not during then()
// Says: A promise keeps the order of its handlers
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #end: PromiseSettledResult<T> | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = f();
    const finish = (end: PromiseSettledResult<T>) => {
      this.#end = end;
      while (this.#waiting.length > 0) this.#waiting.pop()?.();
    };
    this.#promise.then(
      (value) => finish({ status: 'fulfilled', value }),
      (reason) => finish({ status: 'rejected', reason }),
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
    const settled = new Promise<void>((resolve) => {
      if (this.#end) resolve();
      else this.#waiting.push(resolve);
    });
    return settled.then(() => this.result()).then(onDone, onFailed);
  }
}
