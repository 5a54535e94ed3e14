// Makes the first call outside of the loop, and of the `try` in it.
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Says: f has aborted the signal
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const start = performance.now();
  let beat = 0;
  await f(signal);
  while (!signal.aborted) {
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    await sleep(beat * ms - now, signal);
    if (signal.aborted) return;
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
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
