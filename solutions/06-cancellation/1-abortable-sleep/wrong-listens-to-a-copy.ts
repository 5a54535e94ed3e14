// Listens to a signal that `AbortSignal.any` has made. (It lives, with its listener, as long as the given one.)
// Fails: leaves no listener on the signal when the time is over
// Says: a listener on a signal that AbortSignal.any() made of the abort signal that was passed in
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const own = signal && AbortSignal.any([signal]);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    own?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(own.reason);
    });
  });
}
