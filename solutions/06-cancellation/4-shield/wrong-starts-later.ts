// Calls `work` in a `then`, when the call has returned already.
// Fails: calls work once, during the call, and never tells it to stop
// Says: only after the call had returned.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = Promise.resolve().then(() => work());
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
