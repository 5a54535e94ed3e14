// Looks at the signal only where a wait or a call was ended by it. A call that is deaf to it is followed by one more.
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: rejects with a RangeError when ms makes no sense
// Says: is aborted already
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const start = performance.now();
  let beat = 0;
  while (true) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    if (await wasAborted(beat * ms - now, signal)) return;
  }
}

async function wasAborted(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(false);
    }, ms);
    signal.addEventListener('abort', stop);
  });
}
