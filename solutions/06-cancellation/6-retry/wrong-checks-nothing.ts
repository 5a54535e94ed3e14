// Takes any number. (With NaN attempts it never ends, and setTimeout takes NaN for 1 ms.)
// Fails: rejects with a RangeError when a number makes no sense
// Says: 'attempts' is 0, which makes no sense.
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
  signal.throwIfAborted();
  let wait = delay;
  for (let attempt = 1; ; attempt++) {
    try {
      return await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === attempts || !isWorthIt(error)) throw error;
    }
    await sleep(wait, signal);
    wait *= factor;
  }
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
