// filter of Bluebird's.
import Bluebird from 'bluebird';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  Bluebird.filter([...items], (item) => keep(item as T));
