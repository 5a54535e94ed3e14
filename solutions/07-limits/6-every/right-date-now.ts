// The time of day, whose changes this answer does not expect; recursion.
import { once } from 'node:events';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  return beatAt(0, Date.now());

  async function beatAt(beat: number, start: number): Promise<void> {
    if (signal.aborted) return;
    try {
      await f(signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (signal.aborted) return;
    const next = Math.max(beat, Math.floor((Date.now() - start) / ms)) + 1;
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), Math.max(1, start + next * ms - Date.now()));
    // Rejects when the beat comes, and fulfils when the signal is aborted.
    await once(signal, 'abort', { signal: over.signal }).catch(() => {});
    clearTimeout(timer);
    return beatAt(next, start);
  }
}
