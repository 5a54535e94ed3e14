// Keeps a set of the functions that are done with, so a second beat of one makes no call.
// Fails: keeps the calls of every apart
// Says: 'c' begins
type Op<T> = (signal: AbortSignal) => Promise<T>;

const done = new WeakSet<object>();

function rest(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, time);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError(`no beat: ${ms}`);
  const start = performance.now();
  let beat = 0;
  if (done.has(f)) return;
  try {
    while (!signal.aborted) {
      try {
        await f(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
        return;
      }
      const passed = performance.now() - start;
      beat = Math.max(beat + 1, Math.floor(passed / ms) + 1);
      await rest(start + beat * ms - performance.now(), signal);
    }
  } finally {
    done.add(f);
  }
}
