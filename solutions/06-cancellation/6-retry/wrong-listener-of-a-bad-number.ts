// Adds its listener before it checks the numbers.
// Fails: rejects with a RangeError when a number makes no sense
// Says: a listener on the abort signal that was passed in
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
  const controller = new AbortController();
  const pass = () => controller.abort(signal.reason);
  signal.addEventListener('abort', pass);
  check(attempts, delay, factor);
  signal.throwIfAborted();
  const done = () => signal.removeEventListener('abort', pass);
  let wait = delay;
  for (let attempt = 1; ; attempt++) {
    try {
      const value = await op(controller.signal);
      done();
      return value;
    } catch (error) {
      if (signal.aborted || attempt === attempts || !isWorthIt(error)) {
        done();
        throw signal.aborted ? signal.reason : error;
      }
    }
    await sleep(wait, signal).catch((reason) => {
      done();
      throw reason;
    });
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
