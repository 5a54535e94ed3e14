// A generator yields the waits; the loop takes the next one after each failure.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

function* waits(attempts: number, delay: number, factor: number): Generator<number> {
  for (let i = 1; i < attempts; i++) {
    yield delay;
    delay *= factor;
  }
}

export async function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
  const { signal: passedOn = new AbortController().signal } = options;
  check(attempts, delay, factor);
  if (passedOn.aborted) throw passedOn.reason;
  const rest = waits(attempts, delay, factor);
  while (true) {
    const [end] = await Promise.allSettled([(async () => op(passedOn))()]);
    if (end.status === 'fulfilled') return end.value;
    if (passedOn.aborted) throw passedOn.reason;
    const next = rest.next();
    if (next.done || !isWorthIt(end.reason)) throw end.reason;
    await sleep(next.value, passedOn);
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
