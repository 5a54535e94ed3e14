// Iterates over `setInterval` of `timers/promises`, which keeps the beats that come during a call.
// Fails: calls f with signal at each beat at which no call is running
// Fails: leaves out a beat that comes during a call
// Fails: makes one call late when the thread was busy, and the next one at the next beat
// Fails: rejects with the same reason when a call rejects or throws, and makes no more calls
// Fails: needs no timer between two beats, and leaves nothing behind
// Says: 'fourth' was started at 57 ms, when 'third' ended; expected at 68 ms
import { setInterval } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  if (signal.aborted) return;
  const call = async () => {
    try {
      await f(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  try {
    const beats = setInterval(ms, undefined, { signal });
    const first = beats.next();
    first.catch(() => {});
    await call();
    await first;
    await call();
    for await (const _ of beats) await call();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
