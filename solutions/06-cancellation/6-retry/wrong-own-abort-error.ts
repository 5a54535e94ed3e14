// Lets the AbortError of `node:timers/promises` out. (The reason of the signal is its `cause`.)
// Fails: ends a wait when signal is aborted
// Says: The expected reason is the `cause` of that error.
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
  for (let failures = 1; ; failures++) {
    try {
      return await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (failures >= attempts || !isWorthIt(error)) throw error;
      await setTimeout(delay * factor ** (failures - 1), undefined, { signal });
    }
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
