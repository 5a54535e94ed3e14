// An async generator yields the beats, and a loop makes the calls.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  for await (const _ of beats(ms, signal)) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

async function* beats(ms: number, signal: AbortSignal) {
  const start = performance.now();
  for (let beat = 0; !signal.aborted; ) {
    yield beat;
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
