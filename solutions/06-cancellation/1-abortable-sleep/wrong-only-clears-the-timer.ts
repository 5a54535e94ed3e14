// Clears the timer at an abort, and leaves the promise pending.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: A timer that was cleared never calls its callback.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const stop = () => clearTimeout(timer);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
