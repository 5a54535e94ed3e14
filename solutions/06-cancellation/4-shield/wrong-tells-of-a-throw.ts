// Calls `onLost` for a throw of `work`. (The returned promise rejects with it, so the caller has it.)
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: the caller has it, and it is not lost
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return (async () => {
    signal.throwIfAborted();
    let running: Promise<T>;
    try {
      running = work();
    } catch (e) {
      onLost(e);
      throw e;
    }
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        running.catch(onLost);
      };
      signal.addEventListener('abort', leave);
      const stay = () => signal.removeEventListener('abort', leave);
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
  })();
}
