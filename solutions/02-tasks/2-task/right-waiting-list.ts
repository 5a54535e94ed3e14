// Keeps only the outcome, and a list of functions to call when the work settles.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

type End<T> = { value: T } | { failure: unknown };

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  #end: End<T> | undefined;
  #waiting: ((end: End<T>) => void)[] = [];

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    f().then(
      (value) => this.#finish({ value }),
      (failure) => this.#finish({ failure }),
    );
  }

  #finish(end: End<T>) {
    this.#end = end;
    for (const tell of this.#waiting) tell(end);
    this.#waiting = [];
  }

  get status(): Status {
    if (!this.#end) return 'pending';
    return 'value' in this.#end ? 'done' : 'failed';
  }

  result(): T {
    if (!this.#end) throw new Error('The work is still pending.');
    if ('failure' in this.#end) throw this.#end.failure;
    return this.#end.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return new Promise<T>((resolve, reject) => {
      const tell = (end: End<T>) => ('value' in end ? resolve(end.value) : reject(end.failure));
      if (this.#end) tell(this.#end);
      else this.#waiting.push(tell);
    }).then(onDone, onFailed);
  }
}
