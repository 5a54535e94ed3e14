// Calls `work` again to attach a second handler. (Each call starts the work; a promise may have many handlers.)
// Fails: calls work once, during the call, and never tells it to stop
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'save' was started 2 times, at 0 and 19 ms; expected once.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      work().catch(onLost);
    };
    signal.addEventListener('abort', leave);
  });
  const begin = async () => work();
  return Promise.race([begin(), left]).finally(() => signal.removeEventListener('abort', leave));
}
