// Collects the kept items, and then looks for each item in them: one answer counts for all equal items.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Says: 'a' is in the list twice: keep each of the two by its own answer.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: T[] = [];
  await Promise.all(
    items.map(async (item) => {
      if (await keep(item)) kept.push(item);
    }),
  );
  return items.filter((item) => kept.includes(item));
}
