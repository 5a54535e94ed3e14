// An event for each call that has ended; the reader waits for the next one.
import { EventEmitter, once } from 'node:events';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls = new EventEmitter();
  const results: R[] = [];
  let running = 0;
  let failure: { reason: unknown } | undefined;
  const start = (item: T, place: number) => {
    running++;
    Promise.resolve()
      .then(() => f(item))
      .then(
        (result) => {
          results[place] = result;
        },
        (reason) => {
          failure ??= { reason };
        },
      )
      .then(() => {
        running--;
        calls.emit('end');
      });
  };
  const until = async (isRight: () => boolean) => {
    while (!isRight()) {
      await once(calls, 'end');
      if (failure) throw failure.reason;
    }
  };
  let count = 0;
  try {
    for await (const item of items) {
      if (failure) break;
      start(item, count++);
      await until(() => running < n);
    }
    await until(() => running === 0);
  } catch (error) {
    throw failure ? failure.reason : error;
  }
  if (failure) throw failure.reason;
  return results;
}
