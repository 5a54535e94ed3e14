/** Starts work and returns its promise. */
type Io<T> = () => Promise<T>;

/**
 * Returns a function `run` for a service with a rate limit: `n` requests in any `ms` milliseconds.
 *
 * - In any `ms` milliseconds it starts `n` calls at most, wherever these milliseconds begin. A start that is exactly
 *   `ms` old no longer counts. A call of `run` inside of `f` counts like any other.
 * - Each call starts as soon as that allows it: in the millisecond in which `run` is called, or later in the
 *   millisecond in which an old start no longer counts. `n` calls may start at the same time.
 * - Starts are not saved up: also after a long pause, only `n` calls start at the same time.
 * - The calls start in the order in which they were made.
 * - Only starts count, and not how long the work takes, whether it fails, or whether `f` throws.
 * - A start counts from the moment in which `f` is really called. (While the CPU is busy, that may be late.)
 * - Each call calls its `f` once, with no arguments (`undefined` is none), and fulfils with the value of its promise
 *   at the same moment, whatever value it is.
 * - Rejects with the reason of its promise at the same moment, whatever reason it is. A throw of `f` counts as a
 *   rejection. The other calls are started all the same.
 * - Does not poll. When no call waits, no timer is set, and no immediate. For a call that waits alone, one timer is
 *   set, and another one only if it fires too early. (A `setImmediate` in the callback of a timer does not count.)
 * - Each function that `rate` returns knows only its own calls, also when two of them get the same `f`.
 * - `rate` throws a RangeError unless `n` is a whole number of at least 1, or `Infinity` (no limit), and `ms` is at
 *   least 1 and finite.
 */
export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, at least 1, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  /** When the last `n` calls were started, the oldest first. */
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const startWhatMay = () => {
    while (waiting.length > 0) {
      // Looked at for each start, because `f` may compute for some time.
      const now = performance.now();
      const [oldest] = starts;
      const isFull = starts.length === n;
      if (isFull && oldest !== undefined && now - oldest < ms) {
        timer ??= setTimeout(wake, oldest + ms - now);
        return;
      }
      if (isFull) starts.shift();
      starts.push(now);
      waiting.shift()?.();
    }
  };
  const wake = () => {
    timer = undefined;
    startWhatMay();
  };

  return (f) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        // Nothing but this call gets the error: others are waiting behind it.
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      startWhatMay();
    });
}
