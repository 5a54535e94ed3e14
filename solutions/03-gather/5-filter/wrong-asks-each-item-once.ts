// Calls `keep` once for each different item, and uses the answer for all that are equal.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Says: 'a' is in the list twice: keep each of the two by its own answer.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = new Map<T, Promise<boolean>>();
  for (const item of items) if (!answers.has(item)) answers.set(item, keep(item));
  const flags = await Promise.all(items.map((item) => answers.get(item)));
  return items.filter((_, i) => flags[i]);
}
