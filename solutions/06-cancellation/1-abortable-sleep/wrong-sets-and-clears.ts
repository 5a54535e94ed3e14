// Sets the timer and the listener in any case, and cleans up: for a signal that was aborted, there is nothing to set.
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: The signal had been aborted before the call, so there is nothing to wait for.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(resolve, ms);
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
