// Makes a late call once. Each late beat after that is left out.
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: at 37 ms and at 299 ms
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
  let lateBeats = 0;
  while (!signal.aborted) {
    if (performance.now() - start > (beat + 0.5) * ms && ++lateBeats > 1) {
      beat = Math.floor((performance.now() - start) / ms) + 1;
      await rest(start + beat * ms - performance.now(), signal);
      continue;
    }
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    const passed = performance.now() - start;
    beat = Math.max(beat + 1, Math.floor(passed / ms) + 1);
    await rest(start + beat * ms - performance.now(), signal);
  }
}
