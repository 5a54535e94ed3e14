// A ReadableStream. (Its error() throws away what is in its queue.)
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Says: 'a' came in at 3 ms, and nobody got it
import type { EventEmitter } from 'node:events';
import { ReadableStream } from 'node:stream/web';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  let stop = () => {};
  const stream = new ReadableStream<T>({
    start(controller) {
      const keep = (...values: T[]) => controller.enqueue(values[0] as T);
      const close = () => {
        stop();
        controller.close();
      };
      const fail = (error: unknown) => {
        stop();
        controller.error(error);
      };
      stop = () => emitter.off(event, keep).off(end, close).off('error', fail);
      emitter.on(event, keep).on(end, close).on('error', fail);
    },
    cancel: () => stop(),
  });
  const reader = stream.getReader();
  let hasFailed = false;
  return {
    async next() {
      if (hasFailed) return { done: true, value: undefined };
      try {
        return (await reader.read()) as IteratorResult<T>;
      } catch (error) {
        if (hasFailed) return { done: true, value: undefined };
        hasFailed = true;
        throw error;
      }
    },
    async return() {
      if (!hasFailed) await reader.cancel();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
