// Reads the reason when the wait begins. (It is there only after the abort.)
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: The reason of a signal is there only after the abort of that signal.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const reason: unknown = signal?.reason;
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
