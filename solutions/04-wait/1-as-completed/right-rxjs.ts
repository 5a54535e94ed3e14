// With rxjs: `merge` of all promises, read as an async iterator.
import { from, merge } from 'rxjs';
import { eachValueFrom } from 'rxjs-for-await';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  yield* eachValueFrom(merge(...[...promises].map((promise) => from(promise))));
}
