// Assumes that `once` removes the listener in any case. (It does so only after the event.)
// Fails: leaves no listener on the signal when the time is over
// Says: `once` removes it only after the event
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}
