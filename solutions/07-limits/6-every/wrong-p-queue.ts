// Puts a call into a queue at each beat, so the calls of the beats that were missed come one after another.
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Says: 'fourth' was started at 57 ms, when 'third' ended; expected at 68 ms
import PQueue from 'p-queue';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const queue = new PQueue({ concurrency: 1 });
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let end = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const call = async () => {
        if (signal.aborted) return;
        try {
          await f(signal);
        } catch (error) {
          if (!signal.aborted) reject(error);
        }
      };
      const tick = (beat: number) => {
        const now = performance.now() - start;
        const next = Math.max(beat, Math.floor(now / ms)) + 1;
        timer = setTimeout(tick, next * ms - now, next);
        queue.add(call);
      };
      end = () => {
        clearTimeout(timer);
        queue.onIdle().then(resolve);
      };
      signal.addEventListener('abort', end);
      tick(0);
    });
  } finally {
    queue.clear();
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
