// Calls `keep` twice for each item: once to wait, and once for the answers.
// Fails: calls 'keep' once for each item, without waiting for earlier answers
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: keeps the items in input order, whichever promise fulfils first
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: keeps any item unchanged, even a falsy one
// Fails: keeps two calls apart that are in flight at the same time
// Says: 'a' was started 2 times, at 0 and 30 ms; expected once
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  await Promise.all(items.map((item) => keep(item)));
  const flags = await Promise.all(items.map((item) => keep(item)));
  return items.filter((_, i) => flags[i]);
}
