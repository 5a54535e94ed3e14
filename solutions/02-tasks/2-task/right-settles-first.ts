// Awaiting code gets a promise that settles only after the outcome has been recorded.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  #status: Status = 'pending';
  #ask: () => T = () => {
    throw new Error(`${this.name} is still pending`);
  };
  readonly #promise: Promise<T>;
  readonly then: Promise<T>['then'];
  readonly name: string;

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    this.#promise = Promise.allSettled([f()]).then(([end]) => {
      this.#status = end.status === 'fulfilled' ? 'done' : 'failed';
      this.#ask = () => {
        if (end.status === 'rejected') throw end.reason;
        return end.value;
      };
      return this.#ask();
    });
    this.#promise.catch(() => {});
    this.then = this.#promise.then.bind(this.#promise) as Promise<T>['then'];
  }

  get status(): Status {
    return this.#status;
  }

  result(): T {
    return this.#ask();
  }
}
