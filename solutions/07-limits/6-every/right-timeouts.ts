// A chain of timers that goes on during a call; one listener for all of it.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1');
    if (signal.aborted) return resolve();
    const start = performance.now();
    let timer: NodeJS.Timeout | undefined;
    let isRunning = false;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle();
    };
    const stop = () => {
      clearTimeout(timer);
      if (!isRunning) end(resolve);
    };
    const set = (beat: number) => {
      timer = setTimeout(tick, beat * ms - (performance.now() - start), beat);
    };
    const tick = (beat: number) => {
      // Not the beat whose timer has fired early, and none that is over.
      set(Math.max(beat, Math.floor((performance.now() - start) / ms)) + 1);
      if (isRunning) return;
      isRunning = true;
      call().then(
        () => {
          isRunning = false;
          if (signal.aborted) end(resolve);
        },
        (error) => end(() => (signal.aborted ? resolve() : reject(error))),
      );
    };
    const call = async () => f(signal);
    signal.addEventListener('abort', stop);
    tick(0);
  });
}
