// Is no async function, so a throw of the first call leaves it synchronously.
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: needs no timer between two beats, and leaves nothing behind
// Says: It threw synchronously at 0 ms: no bread
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) return Promise.reject(new RangeError('ms: at least 1'));
  const start = performance.now();
  let beat = 0;
  const next = (): Promise<void> => {
    if (signal.aborted) return Promise.resolve();
    return f(signal).then(wait, (error) => {
      if (!signal.aborted) throw error;
    });
  };
  const wait = () => {
    const now = performance.now() - start;
    beat = Math.max(beat, Math.floor(now / ms)) + 1;
    return sleep(beat * ms - now, signal).then(next);
  };
  return next();
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
