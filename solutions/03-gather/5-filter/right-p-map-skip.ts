// With p-map, which leaves out the items marked with pMapSkip.
import pMap, { pMapSkip } from 'p-map';

export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await pMap(items, async (item) => ((await keep(item)) ? { item } : pMapSkip));
  return kept.map(({ item }) => item);
}
