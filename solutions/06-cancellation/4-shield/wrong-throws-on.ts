// Throws the error again when `onLost` has got it. (The promise of that `catch` has no handler.)
// Fails: calls work once, during the call, and never tells it to stop
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: so does each promise that then() or an async function returns.
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
      reject(signal.reason);
      running.catch((error) => {
        onLost(error);
        throw error;
      });
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
