// `share` of rxjs: the first subscriber starts the load, and the last one that leaves stops it.
import { fromEvent, lastValueFrom, mergeMap, Observable, race, share } from 'rxjs';

type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  const flights = new Map<string, Observable<T>>();
  const flightOf = (key: string) => {
    const flight: Observable<T> = new Observable<T>((subscriber) => {
      const controller = new AbortController();
      let isRunning = true;
      const end = (tell: () => void) => {
        isRunning = false;
        tell();
      };
      (async () => load(key, controller.signal))().then(
        (value) =>
          end(() => {
            subscriber.next(value);
            subscriber.complete();
          }),
        (error) => end(() => subscriber.error(error)),
      );
      return () => {
        flights.delete(key);
        if (isRunning) controller.abort();
      };
    }).pipe(share());
    flights.set(key, flight);
    return flight;
  };
  return async (key, signal) => {
    signal?.throwIfAborted();
    const flight = flights.get(key) ?? flightOf(key);
    if (!signal) return lastValueFrom(flight);
    const left = fromEvent(signal, 'abort').pipe(
      mergeMap(() => {
        throw signal.reason;
      }),
    );
    return lastValueFrom(race(left, flight));
  };
}
