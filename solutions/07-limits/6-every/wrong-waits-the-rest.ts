// Waits for what is left of `ms` after the call. (A late call moves all that come after it.)
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: 'fourth' was started at 58 ms; expected at 51 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const took = (performance.now() - began) % ms;
    await sleep(ms - took, signal);
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
