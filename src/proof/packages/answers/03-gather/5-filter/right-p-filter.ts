// p-filter on a copy.
import pFilter from 'p-filter';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  pFilter([...items], (item) => keep(item));
