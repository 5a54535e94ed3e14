// The wait is that of node:timers/promises, which knows signals.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  const makesSense = [
    Number.isFinite(delay) && delay >= 1,
    within >= 1,
    limit >= 1 && (Number.isSafeInteger(limit) || limit === Infinity),
  ];
  if (makesSense.includes(false)) throw new RangeError('no such limits');
  const times: number[] = [];
  for (;;) {
    if (signal.aborted) return;
    const result = await settled(child, signal);
    if (result.status === 'fulfilled' || signal.aborted) return;
    const now = Date.now();
    times.push(now);
    while ((times[0] as number) <= now - within) times.shift();
    if (times.length > limit) throw result.reason;
    let wait = delay;
    for (let i = 1; i < times.length; i++) wait *= 2;
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

async function settled(
  child: (signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal,
): Promise<PromiseSettledResult<unknown>> {
  const [result] = await Promise.allSettled([(async () => child(signal))()]);
  return result;
}
