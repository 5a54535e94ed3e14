// Keeps the items in the order of the answers.
// Fails: keeps the items for which the answer is true
// Fails: keeps their order, whichever answer comes first
// Says: not in the order in which they came
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
  return kept;
}
