// Takes a result that is `undefined` for none, and so for an abort.
// Fails: fulfils with the value when the work fulfils first, whatever value it is
// Says: its value is the result, whatever it is.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let leave = () => {};
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    const value = await Promise.race([running, left]);
    if (value !== undefined) return value;
  } finally {
    signal.removeEventListener('abort', leave);
  }
  running.catch(onLost);
  throw signal.reason;
}
