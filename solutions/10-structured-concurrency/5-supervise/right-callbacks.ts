// One executor: the end of the child, the end of a wait and the abort each call the next function.
import type { Limits } from '../5-supervise.ts';

export function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (limit !== Math.floor(limit) || limit < 1) return reject(new RangeError('limit'));
    if (!(delay >= 1) || delay === Infinity || !(within >= 1))
      return reject(new RangeError('time'));
    if (signal.aborted) return resolve();
    let isRunning = false;
    let timer: NodeJS.Timeout | undefined;
    let failures: number[] = [];
    const onAbort = () => {
      if (!isRunning) finish();
    };
    const finish = (failed?: { reason: unknown }) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (failed) reject(failed.reason);
      else resolve();
    };
    const start = () => {
      isRunning = true;
      new Promise((run) => run(child(signal))).then(
        () => finish(),
        (reason) => {
          isRunning = false;
          if (signal.aborted) return finish();
          const now = performance.now();
          failures = failures.filter((at) => at + within > now);
          if (failures.push(now) > limit) return finish({ reason });
          timer = setTimeout(start, delay * 2 ** (failures.length - 1));
        },
      );
    };
    signal.addEventListener('abort', onAbort);
    start();
  });
}
