// An observable of rxjs: what happens to the value of the sleep is a pipe.
import { firstValueFrom, from, map, tap } from 'rxjs';

export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  return firstValueFrom(
    from(sleep(500)).pipe(
      tap(() => log('done')),
      map(() => 42),
    ),
  );
}
