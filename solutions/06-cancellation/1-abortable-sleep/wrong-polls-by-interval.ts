// Looks at the signal every millisecond, with one interval.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: sets one timer for each call, and it fires once at most
// Says: It rejected with Error('the user has left') at 1 ms; expected at 0 ms.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const interval = setInterval(() => {
      if (Date.now() < end && !signal?.aborted) return;
      clearInterval(interval);
      resolve();
    }, 1);
  });
  signal?.throwIfAborted();
}
