// Starts the child `limit` times, and not once more.
// Fails: starts the child again when it has failed, until it ends well
// Fails: waits twice as long after each failure that counts
// Fails: forgets a failure when it is `within` ms old
// Fails: rejects with the last failure when too many count
// Fails: takes a throw in the call for a failure
// Fails: tells the child to stop when the signal is aborted, and fulfils when it has ended
// Fails: sets one timer for each wait, and leaves no listener
// Fails: counts the failures of each call by themselves
// Says: It has given up, but only `limit` failures count, or fewer.
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
      if (signal.aborted) return;
      const now = Date.now();
      failures = [...failures.filter((at) => now - at < within), now];
      if (failures.length >= limit) throw reason;
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
