// Counts the arguments to learn whether there is a name. (It may be passed as `undefined`.)
// Fails: has the given name, or 'task'
// Says: A task without a name is called 'task'
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #promise: Promise<T>;
  #settled: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, ...names: [name?: string]) {
    this.name = names.length > 0 ? (names[0] as string) : 'task';
    this.#promise = f();
    this.#promise.then(
      (value) => {
        this.#settled = { status: 'fulfilled', value };
      },
      (reason) => {
        this.#settled = { status: 'rejected', reason };
      },
    );
  }

  get status(): Status {
    if (!this.#settled) return 'pending';
    return this.#settled.status === 'fulfilled' ? 'done' : 'failed';
  }

  result(): T {
    if (!this.#settled) throw new Error(`${this.name} is still pending`);
    if (this.#settled.status === 'rejected') throw this.#settled.reason;
    return this.#settled.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone, onFailed);
  }
}
