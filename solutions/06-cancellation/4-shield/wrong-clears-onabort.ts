// Sets `onabort` to `null` when the work has ended. (That property belongs to the owner of the signal.)
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: the owner of the signal has set its onabort.
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
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave);
    const stay = () => {
      signal.removeEventListener('abort', leave);
      signal.onabort = null;
    };
    running.then(
      (v) => {
        stay();
        resolve(v);
      },
      (e) => {
        stay();
        reject(e);
      },
    );
  });
}
