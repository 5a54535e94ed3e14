// Calls the work again when it throws. (A throw is an end like a rejection.)
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: A throw is an end of the work, so call it once.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let running: Promise<T>;
  try {
    running = work();
  } catch {
    running = work();
  }
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
