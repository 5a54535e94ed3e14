// Assumes that p-state tells how a promise has settled. (It reads what inspect writes: an Error has several lines, and then it takes the promise for fulfilled.)
// Says: Before this line, 'a' failed at 20 ms.
import { promiseStateSync } from 'p-state';

const STATUS = { pending: 'pending', fulfilled: 'done', rejected: 'failed' } as const;

export class Task<T> {
  readonly name: string;
  readonly #work: Promise<T>;
  #value: T | undefined;
  #reason: unknown;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#work = f();
    this.#work.then(
      (value) => {
        this.#value = value;
      },
      (reason) => {
        this.#reason = reason;
      },
    );
  }
  get status() {
    return STATUS[promiseStateSync(this.#work)];
  }
  result(): T {
    if (this.status === 'pending') throw new Error('still pending');
    if (this.status === 'failed') throw this.#reason;
    return this.#value as T;
  }
  then(done?: never, failed?: never) {
    return this.#work.then(done, failed);
  }
}
