// An interval that is set again when it has left the beat.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  let end = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const start = performance.now();
      let timer: NodeJS.Timeout | undefined;
      let [last, isRunning, isOnBeat] = [0, false, false];
      const set = (): void => {
        const wait = (last + 1) * ms - (performance.now() - start);
        // An interval only when the whole of it is to come.
        isOnBeat = Math.abs(wait - ms) < 0.01;
        timer = isOnBeat ? setInterval(tick, ms) : setTimeout(tick, wait);
      };
      const tick = () => {
        const now = performance.now() - start;
        const beat = Math.max(last + 1, Math.floor(now / ms));
        const isLate = now - beat * ms >= 0.01 || beat > last + 1;
        last = beat;
        if (isLate || !isOnBeat) {
          clearTimeout(timer);
          set();
        }
        if (!isRunning) call();
      };
      const call = async () => {
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
      end = () => {
        clearTimeout(timer);
        if (!isRunning) resolve();
      };
      signal.addEventListener('abort', end);
      set();
      call();
    });
  } finally {
    signal.removeEventListener('abort', end);
  }
}
