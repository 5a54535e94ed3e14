// it-merge of one generator a promise; a failure is a value until it is read.
import merge from 'it-merge';
import pReflect from 'p-reflect';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ends = Array.from(promises, (promise) => pReflect(Promise.resolve(promise)));
  const arrived: Awaited<(typeof ends)[number]>[] = [];
  async function* one(end: (typeof ends)[number]) {
    yield await end;
  }
  void arrived;
  for await (const end of merge(...ends.map(one))) {
    if (end.isRejected) throw end.reason;
    yield end.value;
  }
}
