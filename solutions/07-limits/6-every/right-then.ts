// A chain of then, without async and await.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) return Promise.reject(new RangeError('ms: at least 1'));
  const start = performance.now();
  const at = (beat: number): Promise<void> =>
    new Promise<unknown>((resolve) => resolve(signal.aborted || f(signal))).then(
      () => after(beat),
      (error) => {
        if (!signal.aborted) throw error;
      },
    );
  const after = (beat: number): Promise<void> | undefined => {
    if (signal.aborted) return undefined;
    const now = performance.now() - start;
    const next = Math.max(beat, Math.floor(now / ms)) + 1;
    return wait(next * ms - now, signal).then(() => at(next));
  };
  return at(0);
}

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
