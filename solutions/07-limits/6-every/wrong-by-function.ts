// Keeps the running call by its function, so two beats with the same `f` share it.
// Fails: keeps the calls of every apart
// Says: 'read' was started at 17 ms; expected at 5 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

const running = new WeakMap<Op<unknown>, Promise<unknown>>();

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    try {
      const call = running.get(f) ?? f(signal);
      running.set(f, call);
      await call;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      running.delete(f);
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
