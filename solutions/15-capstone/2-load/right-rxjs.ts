// rxjs: a try is a race of the fetch and a timer, and `switchMap` puts the second one behind the pause.
import { defer, firstValueFrom, map, NEVER, Observable, of, race, switchMap, timer } from 'rxjs';
import type { Answer, LoadOptions, Outcome } from '../2-load.ts';

type Result = Answer | { error: string };

export async function load(url: string, options: LoadOptions): Promise<Outcome> {
  const { timeout, pause, signal } = options;
  for (const ms of [timeout, pause])
    if (!(ms >= 1 && ms < Infinity)) throw new RangeError(`a time of ${ms} ms`);
  const stopped = new Observable<never>((subscriber) => {
    const stop = () => subscriber.error(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
    return () => signal.removeEventListener('abort', stop);
  });
  const attempt = (tries: number) =>
    attemptOf(url, options).pipe(map((result) => ({ ...result, tries })));
  const outcome = defer(() => attempt(1)).pipe(
    switchMap((first) => {
      if ('status' in first && first.status < 500) return of(first);
      return timer(pause).pipe(switchMap(() => attempt(2)));
    }),
  );
  return firstValueFrom(race(stopped, outcome));
}

/** What comes first; who leaves it tells the fetch. */
function attemptOf(url: string, { fetch, timeout, signal }: LoadOptions): Observable<Result> {
  const answer = new Observable<Result>((subscriber) => {
    const own = new AbortController();
    const end = (result: Result) => {
      subscriber.next(result);
      subscriber.complete();
    };
    (async () => fetch(url, { signal: own.signal }))().then(
      (it) => end(headOf(it, url)),
      (reason) => end({ error: reason instanceof Error ? reason.message : String(reason) }),
    );
    return () => own.abort(signal.reason);
  });
  const late = timer(timeout).pipe(map((): Result => ({ error: 'timeout' })));
  return race(answer, late, NEVER);
}

function headOf({ status, location, links }: Answer, url: string): Answer {
  const isRedirect = location !== undefined && status >= 300 && status < 400;
  if (!isRedirect || !URL.canParse(location, url)) return { status, links };
  return { status, location: new URL(location, url).href, links };
}
