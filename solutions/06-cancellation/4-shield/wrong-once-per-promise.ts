// Tells each `onLost` only once of the same promise. (Two callers may share both.)
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a' and 'b' have the same onLost.
const told = new WeakMap<object, Set<unknown>>();

export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      reject(signal.reason);
    };
    let running: Promise<T>;
    try {
      running = work();
    } catch (error) {
      return reject(error);
    }
    signal.addEventListener('abort', leave, { once: true });
    running
      .finally(() => signal.removeEventListener('abort', leave))
      .then(resolve, (error) => {
        if (!hasLeft) return reject(error);
        const all = told.get(running) ?? new Set();
        told.set(running, all);
        if (all.has(onLost)) return;
        all.add(onLost);
        onLost(error);
      });
  });
}
