// A promise that mobx observes.
import { fromPromise, type IPromiseBasedObservable } from 'mobx-utils';

const STATUS = { pending: 'pending', fulfilled: 'done', rejected: 'failed' } as const;

export class Task<T> {
  readonly name: string;
  readonly #work: IPromiseBasedObservable<T>;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#work = fromPromise(f());
    this.#work.then(undefined, () => {});
  }
  get status() {
    return STATUS[this.#work.state];
  }
  result(): T {
    if (this.#work.state === 'pending') throw new Error('still pending');
    if (this.#work.state === 'rejected') throw this.#work.value;
    return this.#work.value as T;
  }
  then(done?: never, failed?: never) {
    return this.#work.then(done, failed);
  }
}
