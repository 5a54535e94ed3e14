// The first item and the rest, each asked for at the same time, by recursion.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  if (items.length === 0) return [];
  const [first, ...rest] = items as [T, ...T[]];
  const [isKept, others] = await Promise.all([keep(first), filterAsync(rest, keep)]);
  return isKept ? [first, ...others] : others;
}
