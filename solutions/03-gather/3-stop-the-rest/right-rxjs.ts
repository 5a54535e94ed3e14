// With rxjs: forkJoin runs all; the first failure aborts, and comes out when all have ended.
import { catchError, defer, forkJoin, lastValueFrom, map, of } from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  const sources = downloads.map((download) =>
    defer(() => download(controller.signal)).pipe(
      catchError((failure: unknown) => {
        failures.push(failure);
        controller.abort();
        return of(undefined as T);
      }),
    ),
  );
  const all = forkJoin(sources).pipe(
    map((results) => {
      if (failures.length > 0) throw failures[0];
      return results;
    }),
  );
  return lastValueFrom(all, { defaultValue: [] });
}
