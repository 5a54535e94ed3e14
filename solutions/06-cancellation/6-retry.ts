/** Starts an attempt and returns its promise. Aborting the signal tells the attempt to stop. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

export interface RetryOptions {
  /** How many attempts there may be: a whole number, at least 1, or `Infinity`. The first attempt counts. */
  attempts: number;
  /** The first wait in ms: at least 1, and finite. */
  delay: number;
  /** How many times as long each further wait is: at least 1, and finite. Without it, 1. */
  factor?: number;
  /** Whether to try again after a failure. Without it, always. */
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
}

/**
 * Calls `op` again after a failure, until an attempt fulfils.
 *
 * - Starts the first attempt immediately. Fulfils with the value of the first attempt that fulfils, at that moment.
 * - Starts the second attempt `delay` ms after the failure of the first one. Each further wait is `factor` times as
 *   long as the wait before it.
 * - Each rejection counts as a failure, whatever its reason is, and so does a throw of `op`.
 * - Makes `attempts` attempts at most, the first one included.
 * - When the last attempt fails, rejects at that moment with its reason, as it is.
 * - Calls `isWorthIt` once after each failure, with its reason. When that returns false, rejects at that moment with
 *   the same reason.
 * - Each attempt gets a signal. It is aborted when `signal` is, with the same reason, and at no other time.
 * - When `signal` was aborted before the call, calls nothing, and rejects immediately with the reason of `signal`.
 * - When `signal` is aborted during an attempt, waits until that attempt has ended. If it fails, whatever its
 *   reason is, rejects with the reason of `signal`; if it fulfils, its value is right, too. Starts no other attempt,
 *   and does not call `isWorthIt`.
 * - When `signal` is aborted between two attempts (by `isWorthIt`, too), rejects at that moment with its reason.
 * - Sets one timer for each wait. Leaves no timer, and no listener on `signal`.
 * - Each call counts its own attempts. Does not change the options. One that is `undefined` counts as not given.
 * - If a number is not as described above, calls nothing, and rejects with a RangeError.
 * - Where two of these rules contradict each other, either is right: `isWorthIt` aborts `signal` and returns false, or
 *   a number is bad and `signal` was aborted before the call.
 */
export async function retry<T>(op: Op<T>, options: RetryOptions): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  let wait = delay;
  for (let attempt = 1; ; attempt++) {
    try {
      // Without `await`, the promise would leave the `try` before it rejects.
      return await op(signal);
    } catch (error) {
      // A failure after the abort is a consequence: the reason is the cause.
      signal.throwIfAborted();
      if (attempt === attempts || !isWorthIt(error)) throw error;
    }
    await sleep(wait, signal);
    wait *= factor;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // `isWorthIt` may have aborted it.
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop);
  });
}
