// An interval, which is set again when it is no longer on the beat.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  let end = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const start = performance.now();
      let beat = 0;
      let isRunning: boolean;
      let timer: NodeJS.Timeout;
      const tick = () => {
        beat++;
        const now = performance.now() - start;
        if (now > beat * ms) {
          clearTimeout(timer);
          beat = Math.floor(now / ms);
          timer = setTimeout(setAgain, (beat + 1) * ms - now);
        }
        if (!isRunning) call();
      };
      const setAgain = () => {
        timer = setInterval(tick, ms);
        tick();
      };
      const call = async () => {
        isRunning = true;
        try {
          await f(signal);
        } catch (error) {
          if (!signal.aborted) reject(error);
        }
        isRunning = false;
        if (signal.aborted) resolve();
      };
      end = () => {
        clearTimeout(timer);
        if (!isRunning) resolve();
      };
      signal.addEventListener('abort', end);
      timer = setInterval(tick, ms);
      call();
    });
  } finally {
    end();
    signal.removeEventListener('abort', end);
  }
}
