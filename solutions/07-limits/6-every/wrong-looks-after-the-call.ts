// Looks at the signal only after a call, so one call is made although it was aborted before.
// Fails: fulfils immediately when signal was aborted before the call, and calls nothing
// Says: The signal had been aborted before the call
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  do {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    await sleep(beat * ms - now, signal);
  } while (!signal.aborted);
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
