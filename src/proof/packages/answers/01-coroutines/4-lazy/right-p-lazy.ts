// p-lazy.
import PLazy from 'p-lazy';

export const lazy = <T>(f: () => Promise<T>) => PLazy.from(f);
