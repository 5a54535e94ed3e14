// `defer` of rxjs calls `f` at the first subscription; a replay subject keeps the outcome.
import { defer, firstValueFrom, ReplaySubject, share } from 'rxjs';

type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const work = defer(f).pipe(
    share({
      connector: () => new ReplaySubject<T>(1),
      resetOnComplete: false,
      resetOnError: false,
      resetOnRefCountZero: false,
    }),
  );
  return {
    then: (onFulfilled, onRejected) => firstValueFrom(work).then(onFulfilled, onRejected),
  };
}
