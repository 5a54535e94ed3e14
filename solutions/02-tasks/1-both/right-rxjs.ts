// With rxjs: forkJoin of two deferred calls, which start when it subscribes.
import { defer, firstValueFrom, forkJoin } from 'rxjs';

type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return firstValueFrom(forkJoin([defer(a), defer(b)]));
}
