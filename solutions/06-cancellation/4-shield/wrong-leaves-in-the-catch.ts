// Notes that the caller has left when the race has thrown. (The failure may come before that line.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: Does your code know in time that the caller leaves?
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let hasLeft = false;
  running.catch((error) => {
    if (hasLeft) onLost(error);
  });
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([running, left]);
  } catch (error) {
    hasLeft = signal.aborted;
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
