// Removes the items to drop from the list of the caller.
// Fails: does not change the input
// Says: The list belongs to the caller: put the kept items into a new one.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  await Promise.all(
    [...items].map(async (item) => {
      if (!(await keep(item))) items.splice(items.indexOf(item), 1);
    }),
  );
  return items;
}
