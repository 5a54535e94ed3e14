// Marks with undefined what is not kept, and cannot tell it from what is.
// Fails: keeps any item, whatever it is
// Says: 0 is a value like any other
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(
    items.map(async (item) => ((await keep(item)) ? item : undefined)),
  );
  return kept.filter(Boolean) as T[];
}
