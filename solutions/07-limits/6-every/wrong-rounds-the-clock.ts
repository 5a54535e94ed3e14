// Rounds the time before it looks for the next beat. A timer that fires 0.95 ms early makes two calls.
// Fails: makes one call for a beat, also when a timer fires early
// Says: Keep its number
type Op<T> = (signal: AbortSignal) => Promise<T>;

function rest(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, time);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError(`no beat: ${ms}`);
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    const passed = performance.now() - start;
    beat = Math.floor(Math.round(passed) / ms) + 1;
    await rest(start + beat * ms - performance.now(), signal);
  }
}
