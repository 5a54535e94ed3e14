// Removes the listener only when the work has fulfilled.
// Fails: leaves no listener on the signal when the work has ended
// Says: A listener stays on its signal until your code removes it
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let isOver = false;
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason);
      if (!isOver) running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  left.catch(() => {});
  running.catch(() => {
    isOver = true;
  });
  const value = await Promise.race([running, left]);
  signal.removeEventListener('abort', leave);
  return value;
}
