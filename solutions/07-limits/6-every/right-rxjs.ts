// rxjs: the call is repeated after a delay that ends at the next beat.
import { defer, fromEvent, lastValueFrom, repeat, takeUntil, timer } from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const start = performance.now();
  let beat = 0;
  const aborted = fromEvent(signal, 'abort');
  const untilNext = () => {
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    return timer(beat * ms - now).pipe(takeUntil(aborted));
  };
  const call = async () => {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  const delay = () => (signal.aborted ? [] : untilNext());
  await lastValueFrom(defer(call).pipe(repeat({ delay })));
}
