// An event for each call: the running search listens for the next one.
import { EventEmitter } from 'node:events';

type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const calls = new EventEmitter();
  return async (query) => {
    calls.emit('call');
    const controller = new AbortController();
    const overtake = () => controller.abort();
    calls.once('call', overtake);
    try {
      return await search(query, controller.signal);
    } finally {
      calls.off('call', overtake);
      controller.signal.throwIfAborted();
    }
  };
}
