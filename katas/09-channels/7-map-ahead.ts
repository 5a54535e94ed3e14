/**
 * Calls a function with the items of a source, ahead of its reader, and yields the results in the order of the items.
 * At most `n` items are _ahead_: from when the source is asked for the item until the reader gets its result.
 *
 * - Yields each result when the reader asks, as soon as it and all before it are there, whatever values they are. Ends
 *   with the last result, when the source has ended.
 * - Does not wait for the source while the next result is ready.
 * - Calls `f` once for each item, with that item and no other argument, as soon as the item comes, also while the reader
 *   is busy. An item that is equal to an earlier one is no exception.
 * - While fewer than `n` items are ahead, asks for the next one immediately. A result that is ready, and that the reader
 *   has not got, takes a place. (Free: whether its place is free when the reader gets it, or when the reader asks again.)
 * - Asks the source for one item at a time, and for none before the first `next()`.
 * - When `f` rejects or throws, yields the results before that first, then rejects with the same reason, whatever value
 *   it is. Only the first failure in the order of the items counts.
 * - After a failure, asks for no item and does not call `f` again, also when it is waiting for an item at that moment.
 * - When the source rejects, yields the results before that first, then rejects with the same reason.
 * - After a failure of `f`, closes the source: calls its `return()` once, if it has one and has not ended, at the latest
 *   when the reader waits for the failed result. Then rejects when that is over and no call is running any more.
 * - When the reader leaves the loop, closes the source immediately, or when the item has come that is on its way.
 *   `return()` fulfils when that is over and no call is running any more, whatever comes of those calls. Does not ask or
 *   call `f` again.
 * - When `n` is neither a whole number of at least 1 nor Infinity, throws a RangeError, or the first `next()` rejects
 *   with one. Asks for no item.
 * - Each call of `mapAhead` has its own items and its own `n` places.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  // TODO: read items and start their calls while the reader is still waiting for the first result, or works with it.
  throw new Error('TODO: write mapAhead() in katas/09-channels/7-map-ahead.ts');
}
