// With rxjs: each source catches its own failure, and forkJoin waits for all of them.
import { catchError, defer, forkJoin, lastValueFrom, of } from 'rxjs';

function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const sources = Array.from(awaitables, (awaitable) => {
    const promise = Promise.resolve(awaitable);
    return defer(() => promise).pipe(catchError((failure: unknown) => of(toError(failure))));
  });
  return lastValueFrom(forkJoin(sources), { defaultValue: [] });
}
