// Sets `onabort`, which holds one function only: that of its caller, or of the last call.
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: 'a', 'b' and 'c' have one signal, and all have one onLost.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  try {
    return await new Promise<T>((resolve, reject) => {
      signal.onabort = () => {
        running.catch(onLost);
        reject(signal.reason);
      };
      running.then(resolve, reject);
    });
  } finally {
    signal.onabort = null;
  }
}
