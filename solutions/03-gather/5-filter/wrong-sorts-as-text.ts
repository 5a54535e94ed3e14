// Assumes that `sort` compares numbers. (Without a function it compares texts: 10 comes before 2.)
// Fails: keeps the items in input order, whichever promise fulfils first
// Says: The values are right, but their order is not.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: number[] = [];
  await Promise.all(
    items.map(async (item, i) => {
      if (await keep(item)) kept.push(i);
    }),
  );
  return kept.sort().map((i) => items[i] as T);
}
