// Makes a second promise of the work with `finally`, and attaches no handler to that one.
// Fails: calls work once, during the call, and never tells it to stop
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: leaves no listener on the signal when the work has ended
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: so does each promise that then() or an async function returns.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const waiting = new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave);
    running.finally(() => signal.removeEventListener('abort', leave));
    running.then(resolve, reject);
  });
  return waiting;
}
