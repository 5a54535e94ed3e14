// Asks the reason of the signal whether the caller has left. (It may be `null`.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: the signal has the reason null
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
  });
  running.catch((error) => {
    if (signal.reason) onLost(error);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
