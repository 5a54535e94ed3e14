// Makes a promise of the event with `once` of node:events, and leaves its listener on the signal.
// Fails: leaves no listener on the signal when the time is over
// Says: `once` removes it only after the event
import { once } from 'node:events';
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<void>((r) => {
    timer = setTimeout(r, ms);
  });
  if (!signal) return time;
  await Promise.race([time, once(signal, 'abort')]);
  clearTimeout(timer);
  signal.throwIfAborted();
}
