// Returns at the abort instead of rejecting: the caller takes that for success.
// Fails: rejects with the reason of the signal at the moment of an abort
// Says: a promise that fulfils stands for success: reject.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T | undefined>((resolve, reject) => {
    const leave = () => {
      resolve(undefined);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  }) as Promise<T>;
}
