// rxjs: `concatMap` lets one call after another wait until it may start.
import { concatMap, firstValueFrom, Subject, timer } from 'rxjs';

type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const calls = new Subject<() => void>();
  const starts: number[] = [];
  const left = () => (starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now());
  calls
    .pipe(
      concatMap(async (start) => {
        while (left() > 0) await firstValueFrom(timer(left()));
        if (starts.push(performance.now()) > n) starts.shift();
        start();
      }),
    )
    .subscribe();
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      calls.next(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
