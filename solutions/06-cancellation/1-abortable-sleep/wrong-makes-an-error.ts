// Makes an Error of a reason that is none, and the caller does not find what they aborted with.
// Fails: passes on the reason as it is, whatever value it is
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Says: Does your code make an error of its own? Pass on the reason as it is: a caller compares it.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const reason = () =>
    signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason));
  if (signal?.aborted) throw reason();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(reason());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
