// Sets `onabort`, of which a signal has only one: it replaces that of other code.
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: The signal belongs to the caller, who has listeners of their own on it.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      if (signal) signal.onabort = null;
      resolve();
    }, ms);
    if (!signal) return;
    signal.onabort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
  });
}
