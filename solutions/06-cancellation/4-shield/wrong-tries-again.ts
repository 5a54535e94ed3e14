// Starts the work again when it has failed without its caller.
// Fails: calls work once, during the call, and never tells it to stop
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'save' failed at 53 ms, and was started again after that.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(() => work().catch(onLost));
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
