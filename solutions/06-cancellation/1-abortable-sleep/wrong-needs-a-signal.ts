// Forgets that there may be no signal.
// Fails: fulfils after exactly the given number of ms, with a signal and without one
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Says: Cannot read properties of undefined (reading 'throwIfAborted')
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const given = signal as AbortSignal;
  given.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(given.reason);
    };
    const timer = setTimeout(() => {
      given.removeEventListener('abort', stop);
      resolve();
    }, ms);
    given.addEventListener('abort', stop);
  });
}
