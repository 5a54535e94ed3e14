// Stores each promise in a WeakMap by its function, so a second task of that function starts no work.
// Fails: keeps tasks apart, also those of the same function
// Says: Here two tasks have the same function. Each of them calls it.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

const started = new WeakMap<Io<unknown>, Promise<unknown>>();

function once<T>(f: Io<T>): Promise<T> {
  const promise = started.get(f) ?? f();
  started.set(f, promise);
  return promise as Promise<T>;
}

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #end: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = once(f);
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
