// pEventIterator of p-event. (An 'error' after events that are kept takes the last of them with it.)
// Fails: rejects after 'error', when the events that came before it have been read
// Says: 'b' came in at 3 ms, and nobody got it
import type { EventEmitter } from 'node:events';
import { pEventIterator } from 'p-event';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  return pEventIterator<string, T>(emitter, event, {
    resolutionEvents: [end],
    rejectionEvents: ['error'],
  }) as AsyncIterableIterator<T>;
}
