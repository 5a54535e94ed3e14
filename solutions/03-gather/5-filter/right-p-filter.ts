// With p-filter.
import pFilter from 'p-filter';

export function filterAsync<T>(items: T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  return pFilter(items, keep);
}
