// Leaves its listener on the signal. An abort that comes later calls `onLost` with an error that the caller has.
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: leaves no listener on the signal when the work has ended
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: It logged 'onLost: failure' at 43 ms; nothing more was expected.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return await new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason);
      running.catch(onLost);
    });
    running.then(resolve, reject);
  });
}
