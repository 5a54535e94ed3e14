// Assumes that a signal that is passed to `op` is enough. (The wait does not know it.)
// Fails: ends a wait when signal is aborted
// Fails: keeps each call apart, and the options as they are
// Says: The signal was aborted during the wait. End the wait at that moment.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  let wait = delay;
  for (let attempt = 1; ; attempt++) {
    try {
      return await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === attempts || !isWorthIt(error)) throw error;
    }
    await setTimeout(wait);
    signal.throwIfAborted();
    wait *= factor;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
