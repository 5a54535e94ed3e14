// Looks at the signal every millisecond.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: sets one timer for each call, and it fires once at most
// Says: It rejected with Error('the user has left') at 1 ms; expected at 0 ms.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  signal?.throwIfAborted();
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    signal?.throwIfAborted();
  }
}
