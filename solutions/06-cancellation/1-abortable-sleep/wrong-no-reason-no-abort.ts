// Tests the reason instead of `aborted`. (A reason may be `null`, 0 or an empty text.)
// Fails: passes on the reason as it is, whatever value it is
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: Does your code test the reason itself, as in if (error)?
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.reason) throw signal.reason;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
  if (signal?.reason) throw signal.reason;
}
