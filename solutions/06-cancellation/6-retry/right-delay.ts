// The package `delay` for the wait: it rejects with the reason of the signal.
import delay from 'delay';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, factor = 1, isWorthIt = () => true } = options;
  check(attempts, options.delay, factor);
  const { signal = new AbortController().signal } = options;
  signal.throwIfAborted();
  for (let i = 0; i < attempts - 1; i++) {
    try {
      return await op(signal);
    } catch (error) {
      if (signal.aborted) break;
      if (!isWorthIt(error)) throw error;
      await delay(options.delay * factor ** i, { signal });
    }
  }
  signal.throwIfAborted();
  return lastOf(op, signal);
}

async function lastOf<T>(op: Op<T>, signal: AbortSignal): Promise<T> {
  try {
    return await op(signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
