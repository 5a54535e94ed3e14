// Waits for the timer or the abort by `once` of node:events, whichever comes first.
import { once } from 'node:events';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const timer = new EventTarget();
  const id = setTimeout(() => timer.dispatchEvent(new Event('over')), ms);
  try {
    await once(timer, 'over', { signal });
  } catch {
    signal.throwIfAborted();
  } finally {
    clearTimeout(id);
  }
}

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt, signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  let failures = 0;
  let wait = delay;
  while (true) {
    if (failures > 0) {
      await pause(wait, signal);
      wait *= factor;
    }
    try {
      const value = await op(signal);
      return value;
    } catch (error) {
      failures += 1;
      if (signal.aborted) throw signal.reason;
      const isLast = failures >= attempts;
      if (isLast) throw error;
      if (typeof isWorthIt === 'function' && !isWorthIt(error)) throw error;
    }
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
