// Keeps the event from all other listeners of the signal.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: The failures of 'b' and 'c' are lost: their callers had left.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = (event: Event) => {
      event.stopImmediatePropagation();
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
}
