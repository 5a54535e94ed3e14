// Sets each timer from the beat before. After a pause, all beats that were missed come at once.
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: However many beats came meanwhile, they get one call
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      let timer: NodeJS.Timeout;
      let isRunning = false;
      const tick = async (due: number) => {
        timer = setTimeout(tick, due + ms - performance.now(), due + ms);
        if (isRunning) return;
        isRunning = true;
        try {
          await f(signal);
        } catch (error) {
          if (!signal.aborted) reject(error);
          clearTimeout(timer);
        }
        isRunning = false;
        if (signal.aborted) resolve();
      };
      stop = () => {
        clearTimeout(timer);
        if (!isRunning) resolve();
      };
      signal.addEventListener('abort', stop);
      tick(performance.now());
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
