// Looks every millisecond whether there is room.
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: sets no timer
// Says: It rejected with Error('no bread') at 1 ms; expected at 0 ms.
import { setTimeout as sleep } from 'node:timers/promises';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  let running = 0;
  let failure: { reason: unknown } | undefined;
  const call = async (item: T, place: number) => {
    running++;
    try {
      results[place] = await f(item);
    } catch (reason) {
      failure ??= { reason };
    }
    running--;
  };
  const until = async (isRight: () => boolean) => {
    while (!isRight() && !failure) await sleep(1);
  };
  let count = 0;
  for await (const item of items) {
    if (failure) break;
    call(item, count++);
    await until(() => running < n);
    if (failure) break;
  }
  await until(() => running === 0);
  if (failure) throw failure.reason;
  return results;
}
