// Asks the signal some microtasks after the failure whether the caller has left. (They may abort when they get it.)
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: the caller has it, and it is not lost
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const watch = async () => {
    const [end] = await Promise.allSettled([running]);
    await Promise.resolve();
    await Promise.resolve();
    if (end.status === 'rejected' && signal.aborted) onLost(end.reason);
  };
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
  });
  watch();
  try {
    return await Promise.race([running, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
