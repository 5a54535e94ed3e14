// Collects the items in the order in which the answers arrive.
// Fails: fulfils with the items for which 'keep' fulfils with true
// Fails: keeps the items in input order, whichever promise fulfils first
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: keeps any item unchanged, even a falsy one
// Says: The values are right, but in the order in which they arrived; expected input order.
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
