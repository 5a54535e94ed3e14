// Throws where it should reject: without `async`, `throwIfAborted` throws in the call.
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: Expected the call to return a promise
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
