/**
 * Merges several sources into one: yields the values of all of them, as they arrive.
 *
 * - Yields each value of each source in the millisecond in which it arrives, if the reader waits for one. All sources
 *   make their values concurrently.
 * - While the reader is busy, keeps what arrives, and yields it in the order of arrival, whichever source it is of. A
 *   value may be anything but a promise.
 * - Asks each source for its first value when the reader asks for its first one, and for a next value only when the
 *   last one has been yielded. So at most one value of each source waits for the reader.
 * - Ends when all sources have ended. A source that has ended ends no other one. Without sources, ends immediately.
 * - When the reader leaves the loop, closes each source that has not ended: calls `return()` of its iterator once, if it
 *   has one. Calls them all in that millisecond, also while a source makes a value, and `return()` of the merged
 *   iterator fulfils when all of them have settled.
 * - When a source fails, closes the others in the same way, and then rejects with the reason of the source, whatever it
 *   is. A throw of `next()` is a failure, too.
 * - Yields first what arrived before the failure, and nothing that arrived after it. It is free whether the others are
 *   closed at the failure, or when the reader has read so far.
 * - When closing fails, rejects with that reason after the others are closed. If a source has failed before, its reason
 *   counts.
 * - Later failures are handled: nothing that happens in a source while it is closed, or after that, is an unhandled
 *   rejection.
 * - Each call merges its own sources. A source that makes a new iterator each time may be passed several times.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T }[] = [];
  let wake = () => {};
  const ask = async (iterator: AsyncIterator<T>) => {
    try {
      const { done, value } = await iterator.next();
      if (done) open.delete(iterator);
      else arrivals.push({ iterator, take: () => value });
    } catch (error) {
      open.delete(iterator);
      // A failure waits for its turn, as a value does.
      arrivals.push({
        iterator,
        take: () => {
          throw error;
        },
      });
    }
    wake();
  };
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) void ask(iterator);
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      if (arrival) {
        yield arrival.take();
        void ask(arrival.iterator);
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    // A generator comes here also when the reader leaves the loop. The others are all told before any is awaited.
    const closing = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
