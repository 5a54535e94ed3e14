// A generator says how long to wait after each failure, or that it is enough.
import type { Limits } from '../5-supervise.ts';

function* patience({ delay, limit, within }: Limits): Generator<number, undefined, void> {
  const times: number[] = [];
  for (;;) {
    const now = Date.now();
    times.unshift(now);
    const counting = times.findIndex((at) => now - at >= within);
    if (counting >= 0) times.length = counting;
    if (times.length > limit) return;
    yield delay * 2 ** (times.length - 1);
  }
}

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const { delay, limit, within } = limits;
  const isWhole = limit === Math.trunc(limit);
  if (!isWhole || limit < 1 || !(delay >= 1) || delay === Infinity || !(within >= 1))
    throw new RangeError('These limits make no sense.');
  const waits = patience(limits);
  while (!signal.aborted) {
    try {
      await child(signal);
    } catch (reason) {
      if (signal.aborted) break;
      const { done, value } = waits.next();
      if (done) throw reason;
      await new Promise<void>((resolve) => {
        const go = () => {
          signal.removeEventListener('abort', go);
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(go, value);
        signal.addEventListener('abort', go, { once: true });
      });
      continue;
    }
    break;
  }
}
