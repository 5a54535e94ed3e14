// Sleeps for `ms` after each call. (The time of the calls is added: the beat drifts.)
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Fails: goes on, whatever the calls fulfil with
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: fulfils when signal is aborted between two calls, at that moment
// Fails: fulfils when signal is aborted during a call, as soon as that call has ended
// Fails: needs no timer between two beats, and leaves nothing behind
// Fails: keeps the calls of every apart
// Says: 'second' was started at 22 ms; expected at 17 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  while (!signal.aborted) {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    await sleep(ms, signal);
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
