// An async generator yields the number of each attempt, and waits before the next one.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

async function* numbers(delay: number, factor: number, signal: AbortSignal) {
  for (let i = 1; ; i++) {
    yield i;
    await sleep(delay * factor ** (i - 1), signal);
  }
}
export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal = new AbortController().signal } = options;
  check(attempts, delay, factor);
  signal.throwIfAborted();
  for await (const i of numbers(delay, factor, signal)) {
    try {
      return await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (i === attempts || !isWorthIt(error)) throw error;
    }
  }
  throw new Error('No attempt was made');
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
