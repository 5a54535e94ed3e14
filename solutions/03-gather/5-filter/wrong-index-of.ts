// Looks up the place of an item with `indexOf`: it finds the first of two that are the same, and no NaN.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: keeps any item unchanged, even a falsy one
// Says: 'a' is in the list twice: keep each of the two by its own answer.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: boolean[] = [];
  await Promise.all(
    items.map(async (item) => {
      kept[items.indexOf(item)] = await keep(item);
    }),
  );
  return items.filter((_, i) => kept[i]);
}
