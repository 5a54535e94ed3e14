// Sets `onabort` of the signal, which holds one function. The caller has one there.
// Fails: needs no timer between two beats, and leaves nothing behind
// Fails: keeps the calls of every apart
// Says: The caller has set onabort of the signal
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
    await sleep(beat * ms - now, signal);
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.onabort = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  signal.onabort = null;
}
