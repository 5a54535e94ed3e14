// Calls `onLost` for every failure of the work, also when the caller gets it.
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: the caller has it, and it is not lost
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  running.catch(onLost);
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
    const stay = () => signal.removeEventListener('abort', leave);
    running.then(resolve, reject).then(stay);
  });
}
