// Assumes that an interval stays on its beat. (One late callback makes all later ones late.)
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: The thread is busy from 29 to 41 ms, so the call of 34 ms comes at 41 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      stop = () => {
        clearInterval(timer);
        if (!isRunning) resolve();
      };
      const tick = async () => {
        if (isRunning || signal.aborted) return;
        isRunning = true;
        try {
          await f(signal);
        } catch (error) {
          if (!signal.aborted) reject(error);
        }
        isRunning = false;
        if (signal.aborted) resolve();
      };
      timer = setInterval(tick, ms);
      signal.addEventListener('abort', stop);
      tick();
    });
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
  }
}
