// Turns a rejection into a value, and takes an Error as a value for a failure.
// Fails: goes on, whatever the calls fulfil with
// Says: whatever value the call before fulfils with
type Op<T> = (signal: AbortSignal) => Promise<T>;

async function call(f: Op<unknown>, signal: AbortSignal): Promise<unknown> {
  try {
    return await f(signal);
  } catch (error) {
    if (error instanceof Error) return error;
    if (!signal.aborted) throw error;
    return undefined;
  }
}

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  let beat = 0;
  while (!signal.aborted) {
    const result = await call(f, signal);
    if (result instanceof Error && !signal.aborted) throw result;
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
