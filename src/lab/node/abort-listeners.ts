import { getEventListeners } from 'node:events';

/**
 * What an abort of the signal would call. Node keeps an entry for an `onabort` that was set to `null` again: a
 * function whose `handler` is none any more.
 */
export function abortListeners(signal: AbortSignal): object[] {
  return getEventListeners(signal, 'abort').filter(
    (listener) => !('handler' in listener && typeof listener === 'function' && !listener.handler),
  );
}
