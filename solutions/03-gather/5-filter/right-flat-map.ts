// Each item becomes a list of one item or none, and the lists are joined.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(items.map(async (item) => ((await keep(item)) ? [item] : [])));
  return kept.flat(1) as T[];
}
