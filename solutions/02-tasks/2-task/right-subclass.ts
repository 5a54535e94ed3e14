// A subclass of Promise with a name, a status and a result.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> extends Promise<T> {
  // then() returns a plain promise, which has no name and starts no work.
  static override get [Symbol.species]() {
    return Promise;
  }

  readonly name: string;
  status: Status = 'pending';
  #ask = (): T => {
    throw new Error('The task is pending.');
  };

  constructor(f: Io<T>, name = 'task') {
    let settle: [(value: T) => void, (failure: unknown) => void] | undefined;
    super((resolve, reject) => {
      settle = [resolve, reject];
    });
    this.name = name;
    this.catch(() => {});
    f().then(
      (value) => {
        this.status = 'done';
        this.#ask = () => value;
        settle?.[0](value);
      },
      (failure) => {
        this.status = 'failed';
        this.#ask = () => {
          throw failure;
        };
        settle?.[1](failure);
      },
    );
  }

  result(): T {
    return this.#ask();
  }
}
