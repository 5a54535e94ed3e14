// Removes each refused item at its old index; after the first removal, the others have moved.
// Fails: fulfils with the items for which 'keep' fulfils with true
// Says: It fulfilled with [ 'a', 'c', 'e' ] at 31 ms; expected [ 'a', 'd' ]
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = [...items];
  await Promise.all(
    items.map(async (item, i) => {
      if (!(await keep(item))) kept.splice(i, 1);
    }),
  );
  return kept;
}
