// Passes the signal on to the work, which then stops with its caller.
// Fails: calls work once, during the call, and never tells it to stop
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: does not call onLost when the work fulfils after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: do not pass the signal on to it
export async function shield<T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work(signal);
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
  });
}
