// Assumes that `setInterval` waits for the callback. (It does not look at the promise: calls overlap.)
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Says: 'fourth' was started at 51 ms, while 'third' was running
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  await new Promise<void>((resolve, reject) => {
    let running: Promise<unknown> = Promise.resolve();
    const stop = () => {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
      running.then(
        () => resolve(),
        () => resolve(),
      );
    };
    const fail = (error: unknown) => {
      if (signal.aborted) return;
      stop();
      reject(error);
    };
    const tick = async () => {
      try {
        running = f(signal);
        await running;
      } catch (error) {
        fail(error);
      }
    };
    const timer = setInterval(tick, ms);
    signal.addEventListener('abort', stop);
    tick();
  });
}
