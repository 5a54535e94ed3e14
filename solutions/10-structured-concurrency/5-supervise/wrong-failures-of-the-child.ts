// Keeps the failures of a child for the next supervisor of it.
// Fails: counts the failures of each call by themselves
// Says: That is the error of 'a', which failed at 3 ms.
import type { Limits } from '../5-supervise.ts';

const known = new WeakMap<object, number[]>();

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const { delay, limit, within } = limits;
  const isCount = limit === Infinity || Number.isInteger(limit);
  const isTime = delay >= 1 && delay < Infinity && within >= 1;
  if (!isCount || limit < 1 || !isTime) throw new RangeError('limits that make no sense');
  let failures = known.get(child) ?? [];
  while (!signal.aborted) {
    try {
      await child(signal);
      return;
    } catch (reason) {
      if (signal.aborted) return;
      const now = Date.now();
      failures = [...failures.filter((at) => now - at < within), now];
      known.set(child, failures);
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
