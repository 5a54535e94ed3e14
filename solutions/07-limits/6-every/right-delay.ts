// The package `delay`, and the time until the next beat by its remainder.
import delay from 'delay';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
  const start = performance.now();
  const now = () => performance.now() - start;
  let due = 0;
  while (!signal.aborted) {
    try {
      await f(signal);
      do due += ms;
      while (due <= now());
      await delay(due - now(), { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
