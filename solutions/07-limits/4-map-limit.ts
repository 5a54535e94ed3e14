/**
 * Calls a function with each item, with at most `n` calls running at the same time. Reads an item only when there is
 * room for its call, so the items may be more than the memory can hold.
 *
 * - Fulfils with the results in the order of the items, whatever values they are and in whatever order the calls end.
 *   Without items, fulfils with an empty array.
 * - Calls `f` once for each item, with that item and no other argument. An item that is equal to an earlier one is no
 *   exception, and `f` may return the same promise again. When fewer than `n` calls are running, starts the next one
 *   immediately. `n` may be Infinity.
 * - Asks the iterator for an item only when fewer than `n` calls are running.
 * - When `f` rejects, rejects with the same reason at that moment, whatever value it is. A throw of `f` counts as a
 *   rejection. Only the first failure counts.
 * - After a failure, asks for no item and does not call `f` again. If it is waiting for an item at that moment, it may
 *   reject when that item has come, and does not call `f` with it.
 * - After a failure of `f`, closes the iterator: calls its `return()` once, if it has one.
 * - When the iterator throws or rejects, rejects with the same reason at that moment, and does not call `f`
 *   again.
 * - When `n` is neither a whole number of at least 1 nor Infinity, rejects with a RangeError, and asks for no item.
 * - Each call has its own items and its own `n` places, also if two calls get the same arguments.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      // Later calls of reject do nothing, so the first failure counts.
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item);
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        // It may have failed while this item was awaited. To leave the loop closes the iterator.
        if (hasFailed) return;
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
        if (hasFailed) return;
      }
      await Promise.all(running);
      resolve(results);
    };
    read().catch(fail);
  });
}
