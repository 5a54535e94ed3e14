// filterAsync of es-toolkit.
import { filterAsync as filter } from 'es-toolkit';

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  filter([...items], (item) => keep(item));
