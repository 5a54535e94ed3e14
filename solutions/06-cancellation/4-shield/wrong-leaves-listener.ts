// Leaves its listener on the signal, and assumes that `once` removes it. (It does so only after the event.)
// Fails: leaves no listener on the signal when the work has ended
// Says: `once` removes it only after the event
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let isOver = false;
  const left = new Promise<never>((_, reject) => {
    const leave = () => {
      if (isOver) return;
      reject(signal.reason);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([running, left]);
  } finally {
    isOver = true;
  }
}
