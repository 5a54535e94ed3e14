// Makes a new error of the one that is lost. (Its class and its stack say what happened.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: It logged 'onLost: another error' at 53 ms; expected 'onLost: failure'.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const report = (cause: unknown) => onLost(new Error('lost', { cause }));
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(report);
    };
    signal.addEventListener('abort', leave, { once: true });
    const stay = () => signal.removeEventListener('abort', leave);
    running.then(resolve, reject).finally(stay);
  });
}
