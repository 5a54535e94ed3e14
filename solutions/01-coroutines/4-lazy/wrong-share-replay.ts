// `shareReplay` of rxjs: it keeps the value, and subscribes again after an error.
// Fails: throws the reason at every await when f rejects, and does not call f again
// Says: 'page' failed at 30 ms, and was started again after that.
import { defer, firstValueFrom, shareReplay } from 'rxjs';

type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const work = defer(f).pipe(shareReplay(1));
  return {
    then: (onFulfilled, onRejected) => firstValueFrom(work).then(onFulfilled, onRejected),
  };
}
