// Assumes that asyncFilter asks for all items at once. (It asks for one after another.)
// Says: Was 'a' awaited before 'b' was called?
import { asyncFilter } from 'modern-async';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  asyncFilter(items, (item) => keep(item));
