// Takes it for a failure that the child was told to stop.
// Fails: tells the child to stop when the signal is aborted, and fulfils when it has ended
// Fails: sets one timer for each wait, and leaves no listener
// Says: A timer of 20 ms was set at 28 ms, and fired at 48 ms.
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  const isCount = limit === Infinity || Number.isInteger(limit);
  const isTime = delay >= 1 && delay < Infinity && within >= 1;
  if (!isCount || limit < 1 || !isTime) throw new RangeError('limits that make no sense');
  let failures: number[] = [];
  while (!signal.aborted) {
    try {
      await child(signal);
      return;
    } catch (reason) {
      const now = Date.now();
      failures = [...failures.filter((at) => now - at < within), now];
      if (failures.length > limit) throw reason;
    }
    await pause(delay * 2 ** (failures.length - 1), signal);
  }
}

/** Fulfils when the time is up, or earlier when the signal is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
