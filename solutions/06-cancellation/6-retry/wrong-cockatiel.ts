// The retry of `cockatiel` knows the signal, but its wait does not: it ends when its time is over.
// Fails: ends a wait when signal is aborted
// Fails: keeps each call apart, and the options as they are
// Says: The signal was aborted during the wait. End the wait at that moment.
import { retry as cockatiel, DelegateBackoff, handleWhen } from 'cockatiel';

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
  // An error that it does not know is not tried again: so it gets an Error for each reason.
  const failures = new WeakMap<Error, { reason: unknown }>();
  const policy = cockatiel(
    handleWhen((error) => !signal.aborted && isWorthIt(failures.get(error)?.reason)),
    {
      maxAttempts: attempts - 1,
      backoff: new DelegateBackoff(({ attempt }) => delay * factor ** (attempt - 1)),
    },
  );
  try {
    return await policy.execute(async () => {
      signal.throwIfAborted();
      try {
        return await op(signal);
      } catch (reason) {
        const failure = new Error('An attempt has failed');
        failures.set(failure, { reason });
        throw failure;
      }
    }, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw failures.get(error as Error)?.reason;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
