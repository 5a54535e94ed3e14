// Calls itself with what is left: one attempt less, and a longer delay.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

const NEVER = new AbortController().signal;

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt, signal = NEVER } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  try {
    return await op(signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (attempts === 1) throw error;
    if (isWorthIt && !isWorthIt(error)) throw error;
  }
  // What an abort means is said where the next call begins.
  await setTimeout(delay, undefined, { signal }).catch(() => {});
  return retry(op, { ...options, attempts: attempts - 1, delay: delay * factor });
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
