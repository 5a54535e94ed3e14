// A Repeater. (It listens at the first next(), and push() without a buffer.)
// Fails: listens from the call of fromEvents, before the first next()
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: sets no timer
// Says: It listens from the call of `fromEvents`
import type { EventEmitter } from 'node:events';
import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  return new Repeater<T>(async (push, stop) => {
    const keep = (value: T) => void push(value);
    const close = () => stop();
    const fail = (error: unknown) => stop(error);
    emitter.on(event, keep).on(end, close).on('error', fail);
    await stop;
    emitter.off(event, keep).off(end, close).off('error', fail);
  }, new SlidingBuffer(1000));
}
