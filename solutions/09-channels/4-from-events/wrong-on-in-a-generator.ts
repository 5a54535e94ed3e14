// Maps what `on` of node:events yields, in a generator. (So it listens when it is read.)
// Fails: listens from the call of fromEvents, before the first next()
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: sets no timer
// Says: It listens from the call of `fromEvents`
import { type EventEmitter, on } from 'node:events';

export async function* fromEvents<T>(emitter: EventEmitter, event: string, end: string) {
  for await (const [value] of on(emitter, event, { close: [end] })) yield value as T;
}
