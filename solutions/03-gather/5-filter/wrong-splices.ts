// Takes what is not kept out of the list of its caller.
// Fails: leaves the list of the items as it was
// Says: It gave { itemsAfterwards: [ 'a', 'c' ] } at 20 ms
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
