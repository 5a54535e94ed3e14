// Assumes that a call has stopped one second after the abort.
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Says: is aborted already
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    let timer: NodeJS.Timeout | undefined;
    let end = () => {};
    const gaveUp = new Promise<void>((resolve) => {
      end = () => {
        timer = setTimeout(resolve, 1000);
      };
    });
    signal.addEventListener('abort', end);
    try {
      await Promise.race([f(signal), gaveUp]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
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
