// `once` of node:events makes a promise of the 'abort' event; the end of the wait aborts that promise.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const over = new AbortController();
  const { signal: done } = over;
  const time = setTimeout(ms, undefined, { signal: done });
  const aborted = signal && once(signal, 'abort', { signal: done });
  await Promise.race(aborted ? [time, aborted] : [time]);
  over.abort();
  signal?.throwIfAborted();
}
