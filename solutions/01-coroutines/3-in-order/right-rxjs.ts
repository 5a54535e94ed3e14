// `concatMap` of rxjs calls a step when the one before has completed.
import { concatMap, firstValueFrom, from, toArray } from 'rxjs';

type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return firstValueFrom(
    from(steps).pipe(
      concatMap((step) => step()),
      toArray(),
    ),
  );
}
