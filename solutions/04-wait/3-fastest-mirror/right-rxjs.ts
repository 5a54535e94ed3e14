// With rxjs: errors are recorded and leave the stream, and `take(1)` waits for the first value.
import { defer, firstValueFrom, from, mergeMap, type Observable } from 'rxjs';
import { catchError, take, toArray } from 'rxjs/operators';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const stop = new AbortController();
  const running: Promise<T>[] = [];
  const failures: unknown[] = [];
  const ask = (mirror: Op<T>, i: number): Observable<{ value: T }> =>
    defer(async () => {
      const download = mirror(stop.signal);
      running.push(download);
      return { value: await download };
    }).pipe(
      catchError((failure) => {
        failures[i] = failure;
        return from([]);
      }),
    );
  const first = from(mirrors).pipe(mergeMap(ask), take(1), toArray());
  const winners = await firstValueFrom(first);
  stop.abort();
  await Promise.allSettled(running);
  const [winner] = winners;
  if (!winner) throw new AggregateError(failures, 'no mirror delivered');
  return winner.value;
}
