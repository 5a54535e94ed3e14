// With rxjs: mergeMap asks for all at the same time; the kept indices are sorted at the end.
import { EMPTY, from, lastValueFrom, map, mergeMap, of, toArray } from 'rxjs';

export function filterAsync<T>(items: T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = from(items.entries()).pipe(
    mergeMap(([i, item]) => from(keep(item)).pipe(mergeMap((isKept) => (isKept ? of(i) : EMPTY)))),
    toArray(),
    map((indices) => indices.sort((a, b) => a - b).map((i) => items[i] as T)),
  );
  return lastValueFrom(kept);
}
