// An EventEmitter has one event for each way in which the wait can end, and the first one counts.
import { EventEmitter } from 'node:events';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  if (signal.aborted) throw signal.reason;
  const bell = new EventEmitter();
  const end = new Promise<T>((resolve, reject) => {
    bell.once('fulfilled', resolve).once('rejected', reject);
  });
  const leave = () => {
    bell.emit('rejected', signal.reason);
    bell.on('rejected', onLost);
  };
  work()
    .then(
      (value) => bell.emit('fulfilled', value),
      (error) => bell.emit('rejected', error),
    )
    .finally(() => signal.removeEventListener('abort', leave));
  signal.addEventListener('abort', leave);
  return end;
}
