// Takes only the reason of the signal for a consequence of the abort.
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Says: an error that comes after the abort is a consequence of it
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
    }
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    await sleep(beat * ms - now, signal);
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
  });
}
