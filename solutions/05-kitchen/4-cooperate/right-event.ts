// Awaits an event that an immediate emits.
import { EventEmitter, once } from 'node:events';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const loop = new EventEmitter();
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      setImmediate(() => loop.emit('next'));
      await once(loop, 'next');
      start = performance.now();
    }
    work(item);
  }
}
