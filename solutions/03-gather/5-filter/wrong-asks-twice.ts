// Calls `keep` twice for each item: once to wait, and once for the answers.
// Fails: calls 'keep' once for each item, without waiting for earlier calls
// Fails: fulfils as soon as the slowest promise has fulfilled
// Says: 'a' was started 2 times, at 0 and 30 ms; expected once
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  await Promise.all(items.map((item) => keep(item)));
  const flags = await Promise.all(items.map((item) => keep(item)));
  return items.filter((_, i) => flags[i]);
}
