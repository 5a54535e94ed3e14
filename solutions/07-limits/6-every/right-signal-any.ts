// A signal for each wait, which is aborted by the timer or by the caller.
import { once } from 'node:events';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    if (signal.aborted) return;
    const due = new AbortController();
    const timer = setTimeout(() => due.abort(), beat * ms - now);
    await once(AbortSignal.any([signal, due.signal]), 'abort');
    clearTimeout(timer);
  }
}
