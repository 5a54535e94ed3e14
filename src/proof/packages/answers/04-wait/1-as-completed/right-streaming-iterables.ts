// parallelMerge of one generator a promise; a failure is a value until it is read.
import pReflect from 'p-reflect';
import { parallelMerge } from 'streaming-iterables';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ends = Array.from(promises, (promise) => pReflect(Promise.resolve(promise)));
  async function* one(end: (typeof ends)[number]) {
    yield await end;
  }
  for await (const end of parallelMerge(...ends.map(one))) {
    if (end.isRejected) throw end.reason;
    yield end.value;
  }
}
