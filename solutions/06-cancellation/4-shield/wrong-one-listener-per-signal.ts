// Keeps one listener for each signal, and that of the last call takes the place of the others.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a', 'b' and 'c' have one signal
const by = new WeakMap<AbortSignal, () => void>();
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
    const old = by.get(signal);
    if (old) signal.removeEventListener('abort', old);
    by.set(signal, leave);
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
