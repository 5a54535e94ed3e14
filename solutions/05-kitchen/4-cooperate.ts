/**
 * Works on many items on one thread, and yields to the event loop in between, so that other callbacks
 * (timers, I/O) can run. Fulfils when all the items are done. Times are in ms.
 *
 * - Calls `work` with each item, in order, whatever the item is, and with nothing else. What `work` returns
 *   decides nothing.
 * - Never blocks the event loop for longer than `slice` and one item take.
 * - Measures time, not the number of items: they need not take equally long.
 * - Does not yield after every item, but only when it has worked for `slice`, one item more or less. The
 *   time of other callbacks does not count.
 * - After it has yielded, continues without a pause if no other callback is ready: 1 ms later at the latest.
 * - Fulfils when all the items are done: 1 ms later at the latest. That holds for an empty list, too.
 * - Each call works for itself: a second one does not wait until the first one has ended.
 * - Does not change `items`.
 * - When `work` throws, rejects with the same error, also `undefined`, 1 ms later at the latest, and does not
 *   call `work` again.
 *
 * @param slice for how many ms it may work before it yields; more than 0
 */
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      // The loop continues in an immediate: between two slices, timers and I/O can run.
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}
