// Tells a failure of the work from the abort by its reason. (The work may fail with the same one.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: This work fails with the very error that the signal was aborted with.
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
    if (signal.aborted && error !== signal.reason) onLost(error);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
