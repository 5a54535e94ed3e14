// Waits a little before it settles, to be sure that all has ended.
// Fails: fulfils when signal is aborted between two calls, at that moment
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: fulfils immediately when signal was aborted before the call, and calls nothing
// Fails: keeps the calls of every apart
// Fails: rejects with a RangeError when ms makes no sense
// Says: At 30 ms a timer of your code fired
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
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    await sleep(beat * ms - now, signal);
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
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
