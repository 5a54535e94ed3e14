// A race of the timer and of one promise for the abort.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  const { promise: aborted, stop } = abortOf(signal);
  let timer: NodeJS.Timeout | undefined;
  try {
    for (let beat = 0; !signal.aborted; ) {
      await f(signal);
      const now = performance.now() - start;
      beat = Math.max(beat, Math.floor(now / ms)) + 1;
      const isDue = new Promise((resolve) => {
        timer = setTimeout(resolve, beat * ms - now);
      });
      await Promise.race([isDue, aborted]);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function abortOf(signal: AbortSignal) {
  let stop = () => {};
  const promise = new Promise<void>((resolve) => {
    const hear = () => resolve();
    signal.addEventListener('abort', hear);
    stop = () => signal.removeEventListener('abort', hear);
  });
  return { promise, stop };
}
