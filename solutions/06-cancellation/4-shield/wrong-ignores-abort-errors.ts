// Takes an AbortError of the work for a consequence of the abort. (The work knows nothing of that signal.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: A failure that comes later reaches only onLost
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const report = (error: unknown) => {
    if ((error as Error | undefined)?.name !== 'AbortError') onLost(error);
  };
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      running.catch(report);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave);
    const stay = () => signal.removeEventListener('abort', leave);
    running.then(resolve, reject).finally(stay);
  });
}
