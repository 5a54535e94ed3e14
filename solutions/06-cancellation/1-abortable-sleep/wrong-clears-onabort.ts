// Sets `onabort` to `null` to clean up, and removes what other code has set there.
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: The signal belongs to the caller, who has listeners of their own on it.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      if (signal) signal.onabort = null;
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
