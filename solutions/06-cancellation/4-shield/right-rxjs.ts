// A merge of two observables of rxjs, of which the first one wins; the work is subscribed to once more after an abort.
import { firstValueFrom, from, fromEvent, map, merge } from 'rxjs';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const aborted = fromEvent(signal, 'abort').pipe(
    map(() => {
      from(running).subscribe({ error: onLost });
      throw signal.reason;
    }),
  );
  return firstValueFrom(merge(from(running), aborted));
}
