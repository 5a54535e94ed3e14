// An observable of rxjs, read as an iterator. (It is subscribed to at the first next().)
// Fails: keeps the events that come while no next() is pending
// Fails: yields each event in its own millisecond while the reader waits for it
// Fails: listens from the call of fromEvents, before the first next()
// Fails: yields the first argument, whatever value it is
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: is for itself in each call of fromEvents
// Fails: sets no timer
// Says: [ 'ann', 'a second argument' ]
import type { EventEmitter } from 'node:events';
import { fromEvent, merge, mergeMap, takeUntil, throwError } from 'rxjs';
import { eachValueFrom } from 'rxjs-for-await';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const failing = fromEvent(emitter, 'error').pipe(mergeMap((error) => throwError(() => error)));
  const all = merge(fromEvent(emitter, event), failing).pipe(takeUntil(fromEvent(emitter, end)));
  return eachValueFrom(all) as AsyncIterableIterator<T>;
}
