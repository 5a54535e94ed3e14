// Keeps one flag for all calls: when one caller has left, all are said to have left.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'd' (called at 0 ms) is still pending.
let hasLeft = false;

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  hasLeft = false;
  return await new Promise<T>((resolve, reject) => {
    const leave = () => {
      hasLeft = true;
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    const begin = async () => work();
    begin()
      .then(resolve, (error) => (hasLeft ? onLost(error) : reject(error)))
      .finally(() => signal.removeEventListener('abort', leave));
  });
}
