// Asks for the reason of the signal. (It may be `null`.)
// Fails: calls nothing, and rejects immediately, when signal was aborted before the call
// Fails: makes no other attempt when signal is aborted during one
// Fails: ends a wait when signal is aborted
// Says: The signal had been aborted before the call.
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
  if (signal.reason) throw signal.reason;
  let wait = delay;
  for (let attempt = 1; ; attempt++) {
    try {
      return await op(signal);
    } catch (error) {
      if (signal.reason) throw signal.reason;
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
  if (signal.reason) throw signal.reason;
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
