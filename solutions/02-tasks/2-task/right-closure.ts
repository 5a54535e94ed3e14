// The constructor makes status, result() and then() itself, around a state that only they see.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  readonly result: () => T;
  readonly then: Promise<T>['then'];
  declare readonly status: Status;

  constructor(f: Io<T>, ...[name = 'task']: [name?: string]) {
    let status: Status = 'pending';
    let read = (): T => {
      throw new RangeError('It is too early to ask.');
    };
    const promise = (async () => f())();
    promise.then(
      (value) => {
        status = 'done';
        read = () => value;
      },
      (error) => {
        status = 'failed';
        read = () => {
          throw error;
        };
      },
    );
    this.name = name;
    this.result = () => read();
    this.then = promise.then.bind(promise) as Promise<T>['then'];
    Object.defineProperty(this, 'status', { get: () => status });
  }
}
