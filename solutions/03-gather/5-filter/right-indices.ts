// A set holds the indices of the items to keep.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = new Set<number>();
  const ask = async (item: T, i: number) => {
    if (await keep(item)) kept.add(i);
  };
  await Promise.all(items.map(ask));
  return items.filter((_, i) => kept.has(i));
}
