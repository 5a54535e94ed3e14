// Sets the timer before it looks at the signal, and leaves it behind.
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: The signal had been aborted before the call, so there is nothing to wait for.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  signal?.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
  });
  await Promise.race([time, aborted]).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
