// Takes whole numbers of milliseconds only.
// Fails: rejects with a RangeError for limits that make no sense
// Says: It rejected at 0 ms with: RangeError: limits that make no sense
import type { Limits } from '../5-supervise.ts';
export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const { delay, limit, within } = limits;
  const isCount = limit === Infinity || Number.isInteger(limit);
  const isWhole = [delay, within].every((ms) => ms === Infinity || Number.isInteger(ms));
  const isTime = isWhole && delay >= 1 && delay < Infinity && within >= 1;
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
