// Throws in the listener, and assumes that the promise rejects. (No code can catch that error.)
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: leaves no timer after an abort
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: At 19 ms a callback threw, and no code could catch that
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      signal?.throwIfAborted();
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
