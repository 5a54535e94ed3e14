// An observable of rxjs that emits once, after `ms`; its first value settles the promise.
import { firstValueFrom, map, timer } from 'rxjs';

export function sleep(ms: number): Promise<void> {
  return firstValueFrom(timer(ms).pipe(map(() => undefined)));
}
