// Puts `null` in the place of an item to drop, and so drops every item that is `null` or `undefined`.
// Fails: keeps any item unchanged, even a falsy one
// Says: Does your code treat null as a missing value?
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(items.map(async (item) => ((await keep(item)) ? item : null)));
  return kept.filter((item) => item != null) as T[];
}
