// Adds the listener that tells `onLost` after an `await`. (The abort may come before that.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: The signal was aborted just after the call.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let reject: (reason: unknown) => void = () => {};
  const left = new Promise<never>((_, r) => {
    reject = r;
  });
  const leave = () => reject(signal.reason);
  const tell = () => void running.catch(onLost);
  signal.addEventListener('abort', leave);
  try {
    const first = Promise.race([running, left]);
    await Promise.race([first, null]);
    signal.addEventListener('abort', tell);
    return await first;
  } finally {
    signal.removeEventListener('abort', leave);
    signal.removeEventListener('abort', tell);
  }
}
