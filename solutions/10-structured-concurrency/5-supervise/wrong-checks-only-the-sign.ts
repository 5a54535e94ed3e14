// Takes half a failure, and no number at all, for a limit.
// Fails: rejects with a RangeError for limits that make no sense
// Says: These limits make no sense.
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  if (limit <= 0 || delay <= 0 || within <= 0) throw new RangeError('limits that make no sense');
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
