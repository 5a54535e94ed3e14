// Assumes that a rejected promise ends its timer. (The timer keeps the process alive until it fires.)
// Fails: leaves no timer after an abort
// Says: clear one that you do not need.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => reject(signal?.reason);
    setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
