// filter of when's.
import when from 'when';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  when.filter([...items], (item) => keep(item as T));
