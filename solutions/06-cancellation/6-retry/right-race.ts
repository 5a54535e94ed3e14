// Races each wait against the abort, and clears up after the loser.
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
  check(attempts, delay, factor);
  const { signal = new AbortController().signal } = options;
  let leave = () => {};
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
  });
  gone.catch(() => {});
  signal.addEventListener('abort', leave);
  let timer: NodeJS.Timeout | undefined;
  try {
    if (signal.aborted) throw signal.reason;
    for (let attempt = 1; ; attempt++) {
      try {
        return await op(signal);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (attempt >= attempts || !isWorthIt(error)) throw error;
      }
      const time = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, delay * factor ** (attempt - 1));
      });
      await Promise.race([time, gone]);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
