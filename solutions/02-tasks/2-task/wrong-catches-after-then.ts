// Attaches the second handler with catch(), after the first: it gets the errors of the first, too.
// Fails: then() takes and returns what the one of a promise does
// Says: The second function of then() is for an error of the task
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  status: Status = 'pending';
  readonly name: string;
  readonly #promise: Promise<T>;
  #outcome: () => T;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#outcome = () => {
      throw new Error(`${name} is still pending`);
    };
    this.#promise = f();
    this.#promise.then(
      (value) => {
        this.status = 'done';
        this.#outcome = () => value;
      },
      (error) => {
        this.status = 'failed';
        this.#outcome = () => {
          throw error;
        };
      },
    );
  }

  result(): T {
    return this.#outcome();
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(onDone).catch(onFailed);
  }
}
