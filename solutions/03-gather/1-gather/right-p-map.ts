// With p-map, which awaits the promises in its input.
import pMap from 'p-map';

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return pMap(awaitables as Iterable<T | Promise<T>>, (result) => result);
}
