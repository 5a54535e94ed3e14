// Fulfils at the abort, and does not wait for the child.
// Fails: tells the child to stop when the signal is aborted, and fulfils when it has ended
// Fails: sets one timer for each wait, and leaves no listener
// Says: The signal is aborted while the child is running: tell the child, wait for its end, and fulfil.
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
      await Promise.race([
        child(signal),
        new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
      ]);
      return;
    } catch (reason) {
      if (signal.aborted) return;
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
