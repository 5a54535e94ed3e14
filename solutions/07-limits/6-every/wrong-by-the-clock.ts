// Takes the beats from the time of day, and not from the call.
// Fails: calls f with signal at each beat at which no call is running
// Fails: keeps the calls of every apart
// Says: the beats are counted from there: 13, 30, 47, 64 ms
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
    // No beat twice.
    const wait = ms - (performance.now() % ms);
    const isEarly = Math.floor((performance.now() + 1) / ms) > Math.floor(began / ms) && wait < 1;
    await sleep(isEarly ? wait + ms : wait, signal);
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
