// Puts `undefined` in the place of an item to drop, and then drops every falsy item.
// Fails: keeps any item unchanged, even a falsy one
// Says: Does your code treat 0 as a missing value? An if, || and filter(Boolean) do.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(
    items.map(async (item) => ((await keep(item)) ? item : undefined)),
  );
  return kept.filter(Boolean) as T[];
}
