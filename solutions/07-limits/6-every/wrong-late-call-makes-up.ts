// Makes up for a beat that comes during a late call.
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: is still running at 51 ms
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
    const lateBy = performance.now() - start - beat * ms;
    const lateNext = Math.floor((performance.now() - start) / ms) + 1;
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    const passed = performance.now() - start;
    const next = Math.floor(passed / ms) + 1;
    beat = lateBy > 1 && next > lateNext ? next - 1 : Math.max(beat + 1, next);
    await rest(start + beat * ms - performance.now(), signal);
  }
}
