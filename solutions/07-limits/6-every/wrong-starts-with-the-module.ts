// Counts the beats of all calls from the moment at which the module was loaded.
// Fails: calls f with signal at each beat at which no call is running
// Fails: keeps the calls of every apart
// Says: the beats are counted from there: 13, 30, 47, 64 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

let start: number | undefined;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  start ??= performance.now();
  let beat = Math.floor((performance.now() - start) / ms);
  while (!signal.aborted) {
    try {
      await f(signal);
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
