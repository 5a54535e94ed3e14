// Calls `onLost` for every end of the work that comes after the abort, also for a value.
// Fails: does not call onLost when the work fulfils after the abort
// Says: The work has not failed, so there is no failure to pass on.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      running.then(onLost, onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  return Promise.race([running, left]).finally(() => signal.removeEventListener('abort', leave));
}
