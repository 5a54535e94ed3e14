// The timer and the abort ring the same bell, and the code asks the signal who it was.
import { EventEmitter, once } from 'node:events';
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  const bell = new EventEmitter();
  const forward = () => bell.emit('end');
  const timer = setTimeout(forward, ms);
  signal?.addEventListener('abort', forward);
  await once(bell, 'end');
  clearTimeout(timer);
  signal?.removeEventListener('abort', forward);
  if (signal?.aborted) throw signal.reason;
}
