// Callbacks and one function that says what comes next; a turn later than it has to be.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export const every = (ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!(ms >= 1) || ms === Infinity) throw new RangeError(`${ms} is no time from beat to beat`);
    const start = performance.now();
    let beat = 0;
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', next);
      setImmediate(settle);
    };
    const next = () => {
      if (isRunning) return;
      if (signal.aborted) return end(resolve);
      const now = performance.now() - start;
      beat = Math.max(beat, Math.floor(now / ms)) + 1;
      timer = setTimeout(call, beat * ms - now);
    };
    let isRunning = false;
    const call = async () => {
      isRunning = true;
      try {
        await f(signal);
      } catch (error) {
        if (!signal.aborted) return end(() => reject(error));
      }
      isRunning = false;
      next();
    };
    signal.addEventListener('abort', next);
    if (signal.aborted) next();
    else call();
  });
