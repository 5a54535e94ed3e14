// `retry` of rxjs: `delay` returns what to wait for, a timer or the abort.
import {
  defer,
  firstValueFrom,
  fromEvent,
  mergeMap,
  type Observable,
  race,
  retry as retryAgain,
  throwError,
  timer,
} from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  const left = (): Observable<never> => throwError(() => signal.reason);
  const wait = (error: unknown, failures: number) => {
    if (signal.aborted) return left();
    if (failures >= attempts || !isWorthIt(error)) return throwError(() => error);
    if (signal.aborted) return left();
    const abort = fromEvent(signal, 'abort').pipe(mergeMap(left));
    return race(timer(delay * factor ** (failures - 1)), abort);
  };
  return firstValueFrom(defer(() => op(signal)).pipe(retryAgain({ delay: wait })));
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
