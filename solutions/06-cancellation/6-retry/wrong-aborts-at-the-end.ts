// Aborts the signals of its attempts when it is done, to clean up.
// Fails: passes on a signal that is aborted only when signal is
// Says: The caller passed no signal. Each attempt still gets one, which is never aborted.
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
  for (let attempt = 1; ; attempt++) {
    const own = new AbortController();
    const follow = () => own.abort(signal.reason);
    signal.addEventListener('abort', follow);
    try {
      return await op(own.signal);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === attempts || !isWorthIt(error)) throw error;
    } finally {
      signal.removeEventListener('abort', follow);
      own.abort();
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
