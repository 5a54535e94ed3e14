// Starts the next attempt when the delay is over, also while the one before is still running.
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: waits after each failure, each time factor times as long
// Fails: makes as many attempts as it is told to, the first one included
// Fails: rejects with the reason of the last attempt, without a wait after it
// Fails: rejects when it is not worth to try again
// Fails: passes on a signal that is aborted only when signal is
// Fails: makes no other attempt when signal is aborted during one
// Fails: ends a wait when signal is aborted
// Fails: leaves no timer, and no listener on signal
// Fails: keeps each call apart, and the options as they are
// Says: The next attempt starts only when this one has failed.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export function retry<T>(op: Op<T>, options: Options): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const { attempts, delay, factor = 1, isWorthIt = () => true } = options;
    const { signal = new AbortController().signal } = options;
    check(attempts, delay, factor);
    if (signal.aborted) return reject(signal.reason);
    let timer: NodeJS.Timeout | undefined;
    const finish = (end: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      end();
    };
    const leave = () => finish(() => reject(signal.reason));
    const begin = (attempt: number, wait: number) => {
      const failed = (error: unknown) => {
        if (signal.aborted) return leave();
        if (attempt === attempts || !isWorthIt(error)) finish(() => reject(error));
      };
      (async () => op(signal))().then((value) => finish(() => resolve(value)), failed);
      if (attempt < attempts) timer = setTimeout(() => begin(attempt + 1, wait * factor), wait);
    };
    signal.addEventListener('abort', leave);
    begin(1, delay);
  });
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
