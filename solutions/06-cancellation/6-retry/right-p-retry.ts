// `p-retry` with each failure in an Error of its own: the package tries only Errors again, and no TypeError.
// It asks whether to try again also after an abort, and counts the retries without the first attempt.
import pRetry from 'p-retry';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

class Failure extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super();
    this.reason = reason;
  }
}

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  const attempt = async () => {
    try {
      return await op(signal);
    } catch (error) {
      throw new Failure(error);
    }
  };
  try {
    return await pRetry(attempt, {
      retries: attempts - 1,
      minTimeout: delay,
      factor,
      signal,
      shouldRetry: ({ error }) => !signal.aborted && isWorthIt((error as Failure).reason),
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw (error as Failure).reason;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
