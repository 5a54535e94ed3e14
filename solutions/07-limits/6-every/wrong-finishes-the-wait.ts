// Looks at the signal only when a wait is over.
// Fails: fulfils when signal is aborted between two calls, at that moment
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: keeps the calls of every apart
// Fails: rejects with a RangeError when ms makes no sense
// Says: End the wait at that moment
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
    await sleep(beat * ms - now);
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
