// `once` of node:events makes a promise of the 'abort' event; the end of the work aborts that promise.
import { once } from 'node:events';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  let hasLeft = false;
  const run = async () => {
    try {
      return { value: await work() };
    } catch (error) {
      if (hasLeft) return onLost(error);
      throw error;
    } finally {
      over.abort();
    }
  };
  const left = once(signal, 'abort', { signal: over.signal }).then(
    () => {
      hasLeft = true;
    },
    () => new Promise<never>(() => {}),
  );
  const end = await Promise.race([run(), left]);
  if (!end) throw signal.reason;
  return end.value;
}
