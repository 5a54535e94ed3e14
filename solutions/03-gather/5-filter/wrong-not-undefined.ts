// Puts `undefined` in the place of an item to drop, and so drops every item that is `undefined`.
// Fails: keeps any item unchanged, even a falsy one
// Says: Does your code treat undefined as a missing value? An if, || and filter(Boolean) do.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(
    items.map(async (item) => ((await keep(item)) ? item : undefined)),
  );
  return kept.filter((item) => item !== undefined) as T[];
}
