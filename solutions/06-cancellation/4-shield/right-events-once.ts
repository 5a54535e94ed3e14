// `once` of node:events makes a promise of the 'abort' event; the end of the wait aborts that promise.
import { once } from 'node:events';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let hasLeft = false;
  const run = async () => {
    try {
      return { value: await work() };
    } catch (error) {
      if (!hasLeft) throw error;
      onLost(error);
      return undefined;
    }
  };
  const over = new AbortController();
  const left = once(signal, 'abort', { signal: over.signal }).then(() => {
    hasLeft = true;
  });
  try {
    const end = await Promise.race([run(), left]);
    if (!end) throw signal.reason;
    return end.value;
  } finally {
    over.abort();
  }
}
