// Is no async function, and throws in the call when the signal was aborted before, or when `work` throws.
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: rejects immediately when the signal was aborted before the call, and calls nothing
// Says: Expected the call to return a promise
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
  });
}
