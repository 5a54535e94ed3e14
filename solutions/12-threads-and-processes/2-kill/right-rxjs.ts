// rxjs: a stream of what comes first, with a `timeout`, whose error has the name that is asked for.
import { Worker } from 'node:worker_threads';
import { firstValueFrom, fromEvent, map, merge, type Observable, timeout } from 'rxjs';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError('a time of 1 ms or more is needed');
  const worker = new Worker(file, { workerData: job });
  const fail = (event: string, why: (told: unknown) => unknown) =>
    (fromEvent(worker, event) as Observable<unknown>).pipe(
      map((told) => {
        throw why(told);
      }),
    );
  const first = merge(
    fromEvent(worker, 'message') as Observable<T>,
    fail('error', (error) => error),
    fail('exit', (code) => new Error(`exited with code ${code}, and without an answer`)),
  );
  const limited = ms === Infinity ? first : first.pipe(timeout({ first: ms }));
  return firstValueFrom(limited).finally(() => worker.terminate());
}
