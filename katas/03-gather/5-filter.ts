/**
 * Like `Array.prototype.filter`, for a `keep` that returns a promise.
 *
 * - Fulfils with the items for which `keep` fulfils with `true`.
 * - Calls `keep` once for each item, without waiting for earlier calls.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier.
 * - The items are in input order, whichever promise fulfils first.
 * - Falsy items (`0`, `''`, `null`, `undefined`) can be kept like any other.
 * - Rejects as soon as the first promise rejects, with the same error.
 * - Later rejections change nothing, and cause no unhandled rejection.
 * - Does not change `items`.
 * - With an empty input, fulfils with `[]`.
 */
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  // TODO: call keep for all items, and keep those with the answer true.
  throw new Error('TODO: write filterAsync() in katas/03-gather/5-filter.ts');
}
