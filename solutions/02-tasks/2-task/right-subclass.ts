// A Promise with a name and a status.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> extends Promise<T> {
  // What then() gives is a plain promise: it has no name and no work of its own.
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
