// Has an async function as the executor of its promise. (When `work` throws, no code rejects the promise.)
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: leaves no listener on the signal when the work has ended
// Says: there was an unhandled rejection
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return new Promise<T>(async (resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let gone = false;
    const leave = () => {
      gone = true;
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave);
    const value = await work().catch((e) => {
      signal.removeEventListener('abort', leave);
      if (gone) onLost(e);
      else reject(e);
    });
    signal.removeEventListener('abort', leave);
    resolve(value as T);
  });
}
