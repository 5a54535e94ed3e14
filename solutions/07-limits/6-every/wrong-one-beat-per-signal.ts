// Keeps one beat for each signal, so a second call with the same signal gets that of the first one.
// Fails: keeps the calls of every apart
// Says: 'read' was started at 17 ms; expected at 5 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

const beats = new WeakMap<AbortSignal, Promise<void>>();

export function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  const beat = beats.get(signal) ?? start(ms, f, signal);
  beats.set(signal, beat);
  return beat;
}

async function start(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
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
