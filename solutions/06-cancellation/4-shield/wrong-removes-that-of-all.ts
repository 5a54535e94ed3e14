// Has one listener for each signal, and removes it when the first call of all has ended.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a', 'b' and 'c' have one signal, and all have one onLost.
const all = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

function onAbort(event: Event) {
  const { reason } = event.target as AbortSignal;
  for (const leave of all.get(event.target as AbortSignal) ?? []) leave(reason);
}

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const waiters = all.get(signal) ?? new Set();
  all.set(signal, waiters);
  signal.addEventListener('abort', onAbort);
  return new Promise<T>((resolve, reject) => {
    const leave = (reason: unknown) => {
      running.catch(onLost);
      reject(reason);
    };
    waiters.add(leave);
    const stay = () => {
      waiters.delete(leave);
      signal.removeEventListener('abort', onAbort);
    };
    running.then(resolve, reject).then(stay);
  });
}
