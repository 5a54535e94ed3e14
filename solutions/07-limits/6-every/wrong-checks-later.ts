// Checks the number when the first call has been made.
// Fails: rejects with a RangeError when ms makes no sense
// Says: Reject before the first call
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1');
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
