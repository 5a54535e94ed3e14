// rxjs merges the events of the worker and of the signal, and takes the first one.
import { Worker } from 'node:worker_threads';
import { firstValueFrom, fromEvent, map, merge, type Observable } from 'rxjs';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const answer = fromEvent(worker, 'message') as Observable<T>;
  const fail = (event: string, source: Worker | AbortSignal, why: (told: unknown) => unknown) =>
    (fromEvent(source as Worker, event) as Observable<unknown>).pipe(
      map((told) => {
        throw why(told);
      }),
    );
  const failures = [
    fail('error', worker, (error) => error),
    fail('exit', worker, (code) => new Error(`exited with code ${code}, and without an answer`)),
    ...(signal ? [fail('abort', signal, () => signal.reason)] : []),
  ];
  return firstValueFrom(merge(answer, ...failures)).finally(() => worker.terminate());
}
