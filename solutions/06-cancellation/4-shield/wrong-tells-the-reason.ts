// Calls `onLost` at the abort, with the reason of the signal. (Nothing has failed yet.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: does not call onLost when the work fulfils after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: It logged 'onLost: abort reason' at 19 ms
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      onLost(signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
