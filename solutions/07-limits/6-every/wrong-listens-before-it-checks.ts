// Listens to the signal before it looks at the number, and leaves the listener when that is no time.
// Fails: rejects with a RangeError when ms makes no sense
// Says: a listener on the abort signal that was passed in
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  let wake = () => {};
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  try {
    while (!signal.aborted) {
      try {
        await f(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      const now = performance.now() - start;
      beat = Math.max(beat, Math.floor(now / ms)) + 1;
      if (signal.aborted) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, beat * ms - now);
      });
      clearTimeout(timer);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
