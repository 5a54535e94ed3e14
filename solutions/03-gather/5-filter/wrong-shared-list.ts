// Marks the kept places in a list for all calls, where two calls overwrite each other's.
// Fails: keeps two calls apart that are in flight at the same time
// Says: expected [ [ 'a' ], [ 'd' ] ]
const flags: boolean[] = [];

export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  await Promise.all(
    items.map(async (item, i) => {
      flags[i] = await keep(item);
    }),
  );
  return items.filter((_, i) => flags[i]);
}
