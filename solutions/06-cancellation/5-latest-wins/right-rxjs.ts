// A Subject of rxjs tells the running search that a later call has come.
import { Subject, take } from 'rxjs';

type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const calls = new Subject<void>();
  return async (query) => {
    calls.next();
    const controller = new AbortController();
    const overtaking = calls.pipe(take(1)).subscribe(() => controller.abort());
    try {
      return await search(query, controller.signal);
    } finally {
      overtaking.unsubscribe();
      controller.signal.throwIfAborted();
    }
  };
}
