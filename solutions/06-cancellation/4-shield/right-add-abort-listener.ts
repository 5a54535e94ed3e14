// `addAbortListener` of node:events returns a disposable that removes the listener.
import { addAbortListener } from 'node:events';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let reject: (reason: unknown) => void = () => {};
  const left = new Promise<never>((_, r) => {
    reject = r;
  });
  const listener = addAbortListener(signal, () => {
    reject(signal.reason);
    running.then(undefined, onLost);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    listener[Symbol.dispose]();
  }
}
