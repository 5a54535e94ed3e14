// Rejects with an error of its own, which does not say why the caller aborted.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: Does your code make an error of its own? Pass on the reason as it is: a caller compares it.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const aborted = () => new DOMException('The sleep was aborted', 'AbortError');
  if (signal?.aborted) throw aborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
