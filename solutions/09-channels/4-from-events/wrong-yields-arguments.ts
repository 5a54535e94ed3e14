// Returns what `on` of node:events returns. (It yields the list of all arguments.)
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
// Says: [ 'ann', 'a second argument' ]
import { type EventEmitter, on } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  return on(emitter, event, { close: [end] }) as AsyncIterableIterator<T>;
}
