/**
 * Keeps the items of which `keep` says so, when its answers take time.
 *
 * - Gives the items for which the answer is true.
 * - Asks `keep` about all of the items at once, about each of them once.
 * - Gives them when the slowest answer has come, and not earlier.
 * - Gives them in the order of the items, in whatever order the answers come.
 * - The items themselves do not matter: `0`, `''`, `null` and `undefined` can be kept as any other.
 * - Passes the first failure on, as it is, at the moment when it happens.
 * - A failure after the first is heard as well: it changes nothing, and is never unhandled.
 * - The list of the items stays as it was.
 * - Without items, gives an empty list.
 */
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  // TODO: ask about all of them, and keep what is to be kept.
  throw new Error('TODO: write filterAsync() in katas/03-gather/5-filter.ts');
}
