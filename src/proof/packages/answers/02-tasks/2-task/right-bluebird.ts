// The inspection of a Bluebird promise.
import Bluebird from 'bluebird';

export class Task<T> {
  readonly name: string;
  readonly #work: Bluebird<T>;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#work = Bluebird.resolve(f());
    this.#work.catch(() => {});
  }
  get status() {
    if (this.#work.isPending()) return 'pending';
    return this.#work.isFulfilled() ? 'done' : 'failed';
  }
  result(): T {
    if (this.#work.isRejected()) throw this.#work.reason();
    return this.#work.value();
  }
  then(done?: never, failed?: never) {
    return this.#work.then(done, failed);
  }
}
