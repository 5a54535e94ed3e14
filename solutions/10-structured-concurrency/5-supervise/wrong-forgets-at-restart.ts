// Takes a start for a recovery: the count begins again when the child ran a while.
// Fails: starts the child again when it has failed, until it ends well
// Fails: waits twice as long after each failure that counts
// Fails: forgets a failure when it is `within` ms old
// Fails: rejects with the last failure when too many count
// Fails: takes a throw in the call for a failure
// Fails: ends a wait when the signal is aborted, and starts nothing
// Fails: counts the failures of each call by themselves
// Says: A timer fired at 32 ms, which was set at 22 ms.
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
    const started = Date.now();
    try {
      await child(signal);
      return;
    } catch (reason) {
      if (signal.aborted) return;
      const now = Date.now();
      if (now - started >= 4) failures = [];
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
