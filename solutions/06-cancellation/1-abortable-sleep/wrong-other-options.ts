// Removes the listener with other options than it was added with. (With `capture`, it is another listener.)
// Fails: leaves no listener on the signal when the time is over
// Says: A listener stays on its signal until your code removes it
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const onTime = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(onTime, ms);
    signal?.addEventListener('abort', stop, { capture: true });
  });
}
