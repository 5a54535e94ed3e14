// Adds the listener after an `await`. (The caller may have aborted by then.)
// Fails: rejects with the reason of the signal at the moment of the abort
// Says: Was the listener added during the call?
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await null;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
  });
  try {
    await Promise.race([time, aborted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
