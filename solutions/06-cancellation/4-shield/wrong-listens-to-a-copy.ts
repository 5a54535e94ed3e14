// Listens to a signal of its own that is made of the given one, and leaves that listener there.
// Fails: rejects with the same reason when the work rejects first, or throws
// Fails: leaves no listener on the signal when the work has ended
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: It logged 'onLost: failure' at 43 ms; nothing more was expected.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const both = AbortSignal.any([signal]);
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    both.addEventListener('abort', leave);
    const stay = () => {};
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
