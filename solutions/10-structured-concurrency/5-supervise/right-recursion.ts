// Calls itself for the next start, with the times of the failures that still count.
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  check(limits);
  if (!signal.aborted) return start([]);

  async function start(before: readonly number[]): Promise<void> {
    let failure: { reason: unknown } | undefined;
    await Promise.resolve()
      .then(() => child(signal))
      .catch((reason) => {
        failure = { reason };
      });
    if (!failure || signal.aborted) return;
    const counting = [...before, performance.now()].filter(
      (at) => performance.now() - at < limits.within,
    );
    if (counting.length > limits.limit) throw failure.reason;
    const isOver = await sleep(limits.delay * 2 ** (counting.length - 1), signal);
    if (isOver) return start(counting);
  }
}

function check({ delay, limit, within }: Limits): void {
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay');
  if (!(within >= 1)) throw new RangeError('within');
  if (!(limit >= 1 && (limit === Infinity || limit % 1 === 0))) throw new RangeError('limit');
}

/** True when the time is up, and false when the signal was aborted before. */
function sleep(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const timer = setTimeout(() => {
      done.abort();
      resolve(true);
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true, signal: done.signal });
  });
}
