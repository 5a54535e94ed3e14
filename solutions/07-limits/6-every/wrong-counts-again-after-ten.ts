// Counts the beats from a new beginning when ten of them were missed.
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: The next beats are at 68, 306 and 323 ms
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
  let start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    const passed = performance.now() - start;
    beat = Math.max(beat + 1, Math.floor(passed / ms) + 1);
    await rest(start + beat * ms - performance.now(), signal);
    if (performance.now() - start - beat * ms > 10 * ms) {
      start = performance.now();
      beat = 0;
    }
  }
}
