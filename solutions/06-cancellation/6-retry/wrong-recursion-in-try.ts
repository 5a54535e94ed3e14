// Calls itself inside `try`, so that each level catches the last failure and tries again.
// Fails: makes as many attempts as it is told to, the first one included
// Fails: rejects with the reason of the last attempt, without a wait after it
// Fails: rejects when it is not worth to try again
// Fails: keeps each call apart, and the options as they are
// Says: 'fourth' was started at 93 ms; expected: not at all.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true, signal } = options;
  check(attempts, delay, factor);
  signal?.throwIfAborted();
  const passedOn = signal ?? new AbortController().signal;
  if (attempts === 1) return attempt(op, passedOn);
  try {
    try {
      return await op(passedOn);
    } catch (error) {
      passedOn.throwIfAborted();
      if (!isWorthIt(error)) throw error;
      await sleep(delay, passedOn);
      return await retry(op, { ...options, attempts: attempts - 1, delay: delay * factor });
    }
  } catch (error) {
    passedOn.throwIfAborted();
    if (!isWorthIt(error)) throw error;
    return attempt(op, passedOn);
  }
}

async function attempt<T>(op: Op<T>, signal: AbortSignal): Promise<T> {
  try {
    return await op(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
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
