// One promise made by hand, with a callback for each thing that may happen.
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
    const {
      attempts,
      delay,
      factor = 1,
      isWorthIt,
      signal = new AbortController().signal,
    } = options;
    check(attempts, delay, factor);
    let made = 0;
    let timer: NodeJS.Timeout | undefined;
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const begin = () => {
      signal.removeEventListener('abort', leave);
      made++;
      let running: Promise<T>;
      try {
        running = op(signal);
      } catch (error) {
        return failed(error);
      }
      running.then(resolve, failed);
    };
    const failed = (error: unknown) => {
      if (signal.aborted) return leave();
      if (made === attempts) return reject(error);
      if (isWorthIt && !isWorthIt(error)) return reject(error);
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave);
      timer = setTimeout(begin, delay * factor ** (made - 1));
    };
    if (signal.aborted) leave();
    else begin();
  });
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
