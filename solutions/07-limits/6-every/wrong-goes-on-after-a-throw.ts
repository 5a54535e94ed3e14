// Attaches a handler to the promise, and forgets that `f` may throw before there is one.
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: needs no timer between two beats, and leaves nothing behind
// Says: a callback threw, and no code could catch that
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    await new Promise<void>((resolve, reject) => {
      queueMicrotask(() => {
        f(signal).then(
          () => resolve(),
          (error) => (signal.aborted ? resolve() : reject(error)),
        );
      });
    });
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
