// A chain of `then` and `catch`, without `async`.
type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export function retry<T>(op: Op<T>, options: Options): Promise<T> {
  const { attempts, delay, factor = 1, isWorthIt, signal = new AbortController().signal } = options;
  const attempt = (left: number, wait: number): Promise<T> =>
    new Promise<T>((resolve) => resolve(op(signal))).catch((error) => {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (left === 1 || isWorthIt?.(error) === false) return Promise.reject(error);
      return pause(wait, signal).then(() => attempt(left - 1, wait * factor));
    });
  if (!areFine(attempts, delay, factor)) return Promise.reject(new RangeError('No such number'));
  return signal.aborted ? Promise.reject(signal.reason) : attempt(attempts, delay);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      return signal.aborted ? reject(signal.reason) : resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

function areFine(attempts: number, delay: number, factor: number): boolean {
  const isCount = attempts === Infinity || (Number.isInteger(attempts) && attempts > 0);
  return isCount && [delay, factor].every((n) => Number.isFinite(n) && n >= 1);
}
