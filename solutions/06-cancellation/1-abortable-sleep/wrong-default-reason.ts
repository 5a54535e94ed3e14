// Replaces a reason that is `null` by an AbortError. (The caller has aborted with `null`.)
// Fails: passes on the reason as it is, whatever value it is
// Says: It rejected with DOMException('Aborted', 'AbortError') at 19 ms; expected a rejection with null.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    };
    const onTime = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(onTime, ms);
    signal?.addEventListener('abort', stop);
  });
}
