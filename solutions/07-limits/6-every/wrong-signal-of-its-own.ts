// Passes on a signal of its own, which is aborted for each reason to stop.
// Fails: calls f with signal at each beat at which no call is running
// Says: Pass on the signal of the caller
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  if (signal.aborted) return;
  signal.addEventListener('abort', stop);
  let beat = 0;
  try {
    while (!signal.aborted) {
      try {
        await f(own.signal);
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
