// Each item with its answer, in a record: the items are not needed any more.
interface Asked<T> {
  readonly item: T;
  readonly isKept: boolean;
}

export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const ask = async (item: T): Promise<Asked<T>> => ({ item, isKept: await keep(item) });
  const asked = await Promise.all(items.map(ask));
  return asked.filter(({ isKept }) => isKept).map(({ item }) => item);
}
