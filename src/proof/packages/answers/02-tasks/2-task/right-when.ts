// What when says of its promises.
import when from 'when';

export class Task<T> {
  readonly name: string;
  readonly #work;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#work = when(f());
    this.#work.then(undefined, () => {});
  }
  get status() {
    const { state } = this.#work.inspect();
    return state === 'pending' ? state : state === 'fulfilled' ? 'done' : 'failed';
  }
  result(): T {
    const { state, value, reason } = this.#work.inspect();
    if (state === 'pending') throw new Error('still pending');
    if (state === 'rejected') throw reason;
    return value as T;
  }
  then(done?: never, failed?: never) {
    return this.#work.then(done, failed);
  }
}
