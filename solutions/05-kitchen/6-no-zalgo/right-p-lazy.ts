// With p-lazy: the load starts when the first handler is attached.

import PLazy from 'p-lazy';
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, PLazy<T>>();
  return (key, callback) => {
    const mine = loads.get(key) ?? PLazy.from(() => load(key));
    loads.set(key, mine);
    mine.then(
      (value) => callback(null, value),
      (error) => {
        if (loads.get(key) === mine) loads.delete(key);
        callback(error);
      },
    );
  };
}
