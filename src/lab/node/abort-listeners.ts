import { getEventListeners } from 'node:events';

/** A signal of Node keeps those that `AbortSignal.any` has made of it; one with a listener lives as long as it. */
type Source = Record<symbol, Set<WeakRef<AbortSignal>> | undefined>;

/**
 * What an abort of the signal would call. Node keeps an entry for an `onabort` that was set to `null` again: a
 * function whose `handler` is none any more.
 */
export function abortListeners(signal: AbortSignal): object[] {
  if (signal.aborted) return [];
  return getEventListeners(signal, 'abort').filter(
    (listener) => !('handler' in listener && typeof listener === 'function' && !listener.handler),
  );
}

/** The same of all signals that `AbortSignal.any` has made of it. */
export function joinedListeners(signal: AbortSignal): object[] {
  const key = Object.getOwnPropertySymbols(signal).find(
    ({ description }) => description === 'kDependantSignals',
  );
  const joined = key ? (signal as unknown as Source)[key] : undefined;
  return [...(joined ?? [])].flatMap((reference) => {
    const one = reference.deref();
    return one ? abortListeners(one) : [];
  });
}
