// Listens to the events and to the end, and to no 'error'. (emit() throws it in the code that emits it.)
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Says: the door jams
import type { EventEmitter } from 'node:events';

type Resolve<T> = (result: IteratorResult<T>) => void;

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const pending: Resolve<T>[] = [];
  let isOver = false;
  const keep = (value: T) => {
    const resolve = pending.shift();
    if (resolve) resolve({ done: false, value });
    else kept.push(value);
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep);
    emitter.off(end, close);
    while (pending.length > 0) pending.shift()?.({ done: true, value: undefined });
  };
  emitter.on(event, keep);
  emitter.on(end, close);
  return {
    next: () =>
      new Promise((resolve) => {
        if (kept.length > 0) resolve({ done: false, value: kept.shift() as T });
        else if (isOver) resolve({ done: true, value: undefined });
        else pending.push(resolve);
      }),
    return: async () => {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
