// Each attempt gets a signal of its own, which follows that of the caller.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(
  op: Op<T>,
  { attempts, delay, factor = 1, isWorthIt = () => true, signal: outer }: Options,
): Promise<T> {
  check(attempts, delay, factor);
  outer?.throwIfAborted();
  for (let made = 1; ; made++) {
    const own = new AbortController();
    const follow = () => own.abort(outer?.reason);
    outer?.addEventListener('abort', follow);
    try {
      return await op(own.signal);
    } catch (error) {
      outer?.throwIfAborted();
      if (made >= attempts || !isWorthIt(error)) throw error;
      if (!own.signal.aborted) await sleep(delay * factor ** (made - 1), own.signal);
      outer?.throwIfAborted();
    } finally {
      outer?.removeEventListener('abort', follow);
    }
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
    signal.addEventListener('abort', stop, { once: true });
  });
}
