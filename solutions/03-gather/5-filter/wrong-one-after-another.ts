// Calls `keep` for the next item only when it has the answer for the one before.
// Fails: calls 'keep' once for each item, without waiting for earlier answers
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: keeps two calls apart that are in flight at the same time
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: Was 'a' awaited before 'b' was called? Start both first, then await them.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) {
    if (await keep(item)) kept.push(item);
  }
  return kept;
}
