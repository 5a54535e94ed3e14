// Looks at the signal every millisecond.
// Fails: sets one timer for each call, and it fires once at most
// Says: Does your code poll?
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  signal?.throwIfAborted();
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    signal?.throwIfAborted();
  }
}
