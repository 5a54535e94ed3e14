// Settles when the signal is aborted, while the call is still stopping.
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: needs no timer between two beats, and leaves nothing behind
// Says: When that call has ended, fulfil
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  let stop = () => {};
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    while (!signal.aborted) {
      try {
        await Promise.race([f(signal), aborted]);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      const now = performance.now() - start;
      beat = Math.max(beat, Math.floor(now / ms)) + 1;
      await sleep(beat * ms - now, signal);
    }
  } finally {
    signal.removeEventListener('abort', stop);
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
