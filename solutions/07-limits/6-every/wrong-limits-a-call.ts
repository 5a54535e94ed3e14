// Assumes that a call may take no longer than a beat, and goes on without it.
// Fails: leaves out a beat that comes during a call
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: needs no timer between two beats, and leaves nothing behind
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: No call may start while another one is running
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      await Promise.race([f(signal), sleep((beat + 1) * ms - (performance.now() - start), signal)]);
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
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
  });
}
