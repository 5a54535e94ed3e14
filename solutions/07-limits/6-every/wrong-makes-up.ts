// Plans the beats one by one, and calls for each of them, also for those that are over.
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Says: at 34 ms that takes 23 ms is still running at 51 ms: that beat is left out
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
    beat++;
    const wait = start + beat * ms - performance.now();
    if (wait > 0) await sleep(wait, signal);
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
