// Assumes that the number of calls is the number of beats.
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Says: 'fourth' was started at 74 ms; expected at 68 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let calls = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    calls++;
    const wait = calls * ms - (performance.now() - start);
    await sleep(wait > 0 ? wait : ms, signal);
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
