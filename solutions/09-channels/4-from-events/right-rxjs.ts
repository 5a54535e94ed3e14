// A ReplaySubject of rxjs listens from the call, and keeps what it has got for a late reader.
import type { EventEmitter } from 'node:events';
import { fromEvent, merge, mergeMap, ReplaySubject, Subject, takeUntil, throwError } from 'rxjs';
import { eachValueFrom } from 'rxjs-for-await';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept = new ReplaySubject<T>();
  const returned = new Subject<void>();
  const first = (...[value]: unknown[]) => value as T;
  merge(
    fromEvent(emitter, event, first),
    fromEvent(emitter, 'error', first).pipe(mergeMap((error) => throwError(() => error))),
  )
    .pipe(takeUntil(merge(fromEvent(emitter, end), returned)))
    .subscribe(kept);
  const reading = eachValueFrom(kept);
  return {
    next: () => reading.next(),
    async return() {
      returned.next();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
