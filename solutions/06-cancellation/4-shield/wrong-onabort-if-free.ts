// Takes the `onabort` of the signal when it is free. (Its owner may set it later.)
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: the owner of the signal has set its onabort.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const isFree = signal.onabort === null;
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    if (isFree) signal.onabort = leave;
    else signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    if (isFree) signal.onabort = null;
    else signal.removeEventListener('abort', leave);
  }
}
