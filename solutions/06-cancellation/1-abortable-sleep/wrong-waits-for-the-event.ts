// Assumes that the 'abort' event comes for a signal that was aborted before. (It comes once, at the abort.)
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: Look at signal.aborted first.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
