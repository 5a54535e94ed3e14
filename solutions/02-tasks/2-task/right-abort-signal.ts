// An AbortController whose signal is the end of the work: each then() waits for it.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly #settled = new AbortController();
  #end: PromiseSettledResult<T> | undefined;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    f().then(
      (value) => this.#finish({ status: 'fulfilled', value }),
      (reason) => this.#finish({ status: 'rejected', reason }),
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
    return this.#wait().then(onDone, onFailed);
  }

  #finish(end: PromiseSettledResult<T>) {
    this.#end = end;
    this.#settled.abort();
  }

  async #wait(): Promise<T> {
    const { signal } = this.#settled;
    if (!signal.aborted) {
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve, { once: true });
      });
    }
    return this.result();
  }
}
