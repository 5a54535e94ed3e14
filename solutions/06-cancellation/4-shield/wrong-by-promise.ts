// Keeps `onLost` by the promise of the work, where the one of the last call takes the place of the others.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: The failure is lost for 'a', 'b' and 'c', whose callers had left
const who = new WeakMap<object, (e: unknown) => void>();
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
      who.set(running, onLost);
      running.catch((e) => who.get(running)?.(e));
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
