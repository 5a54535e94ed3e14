// `switchMap` of rxjs says which call is the latest, and its end of a subscription aborts.
import { Observable, Subject, switchMap } from 'rxjs';

type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const queries = new Subject<{ query: string; done: (end: Promise<T>) => void }>();
  queries
    .pipe(
      switchMap(({ query, done }) => {
        const controller = new AbortController();
        const { signal } = controller;
        const work = (async () => search(query, signal))();
        const end = work.finally(() => signal.throwIfAborted());
        done(end);
        return new Observable<never>(() => () => controller.abort());
      }),
    )
    .subscribe();
  return (query) => new Promise<T>((done) => queries.next({ query, done }));
}
