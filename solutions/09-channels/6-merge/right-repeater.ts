// `Repeater.merge` of @repeaterjs/repeater. It takes a rejection with undefined for the end, and does not wait when one source cannot be closed.
import { Repeater } from '@repeaterjs/repeater';

class Box extends Error {}

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const closings: Promise<unknown>[] = [];
  const boxed = (source: AsyncIterable<T>) => {
    const iterator = source[Symbol.asyncIterator]();
    const next = async () => {
      try {
        return await iterator.next();
      } catch (cause) {
        throw new Box(undefined, { cause });
      }
    };
    const close = async () => {
      const closing = (async () => iterator.return?.())();
      closings.push(closing);
      await closing.catch(() => {});
    };
    return {
      [Symbol.asyncIterator]: () => ({ next, return: close }),
    } as unknown as AsyncIterable<T>;
  };
  let hasFailed = false;
  try {
    yield* Repeater.merge(sources.map(boxed)) as AsyncIterable<T>;
  } catch (error) {
    hasFailed = true;
    throw (error as Box).cause;
  } finally {
    if (!hasFailed) await Promise.all(closings);
  }
}
