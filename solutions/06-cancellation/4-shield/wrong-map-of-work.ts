// Keeps running work by its function, and joins it in a second call. (Each call starts the work.)
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'save' was started once, at 0 ms; expected 3 times.
const inFlight = new Map<unknown, Promise<unknown>>();

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = (inFlight.get(work) ?? work()) as Promise<T>;
  inFlight.set(work, running);
  const forget = () => inFlight.delete(work);
  running.then(forget, forget);
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
  });
}
