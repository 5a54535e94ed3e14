// Asks for the last error whether there was one. (A promise may reject with `undefined`.)
// Fails: takes each rejection for a failure, and each throw
// Fails: rejects with the reason of the last attempt, without a wait after it
// Fails: rejects when it is not worth to try again
// Says: Whatever its reason is, an attempt that rejects has failed.
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
  let result: T | undefined;
  let last: unknown;
  for (let left = attempts; left > 0; left--) {
    last = null;
    try {
      result = await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      last = error;
      if (!isWorthIt(error)) break;
    }
    if (!last) break;
    if (left === 1) break;
    await sleep(wait, signal);
    wait *= factor;
  }
  if (last) throw last;
  return result as T;
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
