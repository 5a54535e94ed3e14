// Keeps every `onLost` in a Set, where the same function of two calls is there once.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a', 'b' and 'c' have one signal, and all have one onLost.
const listeners = new Map<AbortSignal, Set<(error: unknown) => void>>();

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const all = listeners.get(signal) ?? new Set();
  listeners.set(signal, all);
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      all.add(onLost);
      running.catch((error) => {
        if (all.delete(onLost)) onLost(error);
      });
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
  });
}
