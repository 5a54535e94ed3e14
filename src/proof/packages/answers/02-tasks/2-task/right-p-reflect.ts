// p-reflect says how it ended.
import pReflect, { type PromiseResult } from 'p-reflect';

export class Task<T> {
  readonly name: string;
  #end: PromiseResult<T> | undefined;
  readonly #ended: Promise<PromiseResult<T>>;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#ended = pReflect(f()).then((end) => {
      this.#end = end;
      return end;
    });
  }
  get status() {
    return this.#end ? (this.#end.isFulfilled ? 'done' : 'failed') : 'pending';
  }
  result(): T {
    return resultOf(this.#end);
  }
  then(done?: never, failed?: never) {
    return this.#ended.then(resultOf).then(done, failed);
  }
}

function resultOf<T>(end: PromiseResult<T> | undefined): T {
  if (!end) throw new Error('still pending');
  if (end.isRejected) throw end.reason;
  return end.value;
}
