// Looks every millisecond whether a beat has come, or the abort.
// Fails: needs no timer between two beats, and leaves nothing behind
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Says: end the wait at that moment
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
    beat = Math.max(beat, Math.floor((performance.now() - start) / ms)) + 1;
    while (!signal.aborted && performance.now() - start < beat * ms)
      await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
