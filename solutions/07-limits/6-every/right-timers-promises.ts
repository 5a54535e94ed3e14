// `setTimeout` of `timers/promises`, whose AbortError is expected.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  try {
    for (let beat = 0; !signal.aborted; ) {
      await f(signal);
      const now = performance.now() - start;
      beat = Math.max(beat, Math.floor(now / ms)) + 1;
      await setTimeout(beat * ms - now, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
