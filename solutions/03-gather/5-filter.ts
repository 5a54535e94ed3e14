/**
 * Like `Array.prototype.filter`, for a `keep` that returns a promise.
 *
 * - Fulfils with a new array of the items for which `keep` fulfils with `true`.
 * - Calls `keep` once for each item, in input order, without waiting for earlier answers. (After an answer
 *   that has already rejected, it need not ask for the rest.)
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier. No timer is needed for that.
 * - The items are in input order, whichever promise fulfils first.
 * - The same item may be in the list twice: each time it has an answer of its own.
 * - Any item can be kept, unchanged: also a falsy one, `NaN`, a list, or an Error.
 * - Each call has its own list, also when two calls are in flight at the same time.
 * - Rejects as soon as the first promise rejects, with the same reason, also `undefined`.
 * - No rejection is unhandled, neither a later one nor one that `keep` returns.
 * - Does not change `items`.
 * - With an empty input, fulfils with `[]`.
 */
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  // First all the answers: a promise is truthy, even a promise of `false`.
  const answers = await Promise.all(items.map((item) => keep(item)));
  return items.filter((_, i) => answers[i]);
}
