// A generator reads, and an object around it listens, and wakes it up for return().
import type { EventEmitter } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const queue: (() => T)[] = [];
  let isOver = false;
  let wake = () => {};
  const put = (take: () => T) => {
    queue.push(take);
    wake();
  };
  const keep = (value: T) => put(() => value);
  const fail = (error: unknown) => {
    put(() => {
      throw error;
    });
    close();
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
    wake();
  };
  emitter.on(event, keep).on(end, close).on('error', fail);

  async function* read() {
    while (true) {
      const take = queue.shift();
      if (take) yield take();
      else if (isOver) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  const reading = read();
  return {
    next: () => reading.next(),
    return: async () => {
      close();
      return reading.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
