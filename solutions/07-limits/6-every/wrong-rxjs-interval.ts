// Assumes that `interval` of rxjs stays on its beat. (It is a setInterval, and one late beat makes all late.)
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: The thread is busy from 29 to 41 ms, so the call of 34 ms comes at 41 ms
import { exhaustMap, fromEvent, interval, lastValueFrom, startWith, takeUntil } from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const beats = interval(ms).pipe(startWith(0), takeUntil(fromEvent(signal, 'abort')));
  const calls = beats.pipe(exhaustMap(() => call(f, signal)));
  await lastValueFrom(calls, { defaultValue: undefined });
}

async function call(f: Op<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await f(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
