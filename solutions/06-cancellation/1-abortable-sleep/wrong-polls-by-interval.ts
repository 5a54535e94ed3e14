// Looks at the signal every millisecond, with one interval.
// Fails: sets one timer for each call, and it fires once at most
// Says: A timer that was set at 0 ms fired 31 times; expected once at most.
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
