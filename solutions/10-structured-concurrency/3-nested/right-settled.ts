// allSettled on a list that grows; the failures are noted when they happen.
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (signal?.aborted) throw signal.reason;
  const own = new AbortController();
  const stopListening = listen(signal, () => own.abort(signal?.reason));
  const all: Promise<unknown>[] = [];
  const errors: unknown[] = [];
  let isOpen = true;
  const note = (error: unknown) => {
    if (own.signal.aborted && (error === own.signal.reason || isAbortError(error))) return;
    errors.push(error);
    own.abort(error);
  };
  const start = <R>(work: () => Promise<R>): Promise<R> => {
    const promise = (async () => work())();
    all.push(promise);
    promise.catch(note);
    return promise;
  };
  const group: Group = {
    signal: own.signal,
    spawn(task) {
      own.signal.throwIfAborted();
      if (!isOpen) throw new Error('the group is over');
      start(() => task(own.signal));
    },
  };
  const main = start(() => body(group));
  for (let known = 0; known < all.length; ) {
    known = all.length;
    await Promise.allSettled(all);
  }
  isOpen = false;
  stopListening();
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} failed`);
  if (own.signal.aborted) throw own.signal.reason;
  return main;
}

function listen(signal: AbortSignal | undefined, act: () => void): () => void {
  signal?.addEventListener('abort', act);
  return () => signal?.removeEventListener('abort', act);
}

const isAbortError = (error: unknown) =>
  (error as { name?: unknown } | null)?.name === 'AbortError';
