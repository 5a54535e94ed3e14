// Keeps the timer in a variable of the module, so that an abort clears the timer of the newest sleep.
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: 'd' (called at 0 ms) is still pending.
let timer: NodeJS.Timeout | undefined;

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
