// Waits for the next event, again and again. (What is emitted between two waits is lost.)
// Fails: keeps the events that come while no next() is pending
// Fails: listens from the call of fromEvents, before the first next()
// Fails: yields the first argument, whatever value it is
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: is for itself in each call of fromEvents
// Fails: sets no timer
// Says: An emitter keeps nothing
import { type EventEmitter, once } from 'node:events';

export async function* fromEvents<T>(emitter: EventEmitter, event: string, end: string) {
  let isOver = false;
  const ended = once(emitter, end).then(() => {
    isOver = true;
    return [];
  });
  while (!isOver) {
    const next = await Promise.race([once(emitter, event), ended]);
    if (!isOver) yield next[0] as T;
  }
}
