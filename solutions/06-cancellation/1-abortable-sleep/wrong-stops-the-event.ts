// Stops the event, so that other listeners of the signal are not called.
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: The signal belongs to the caller, who has listeners of their own on it.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (event: Event) => {
      event.stopImmediatePropagation();
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
