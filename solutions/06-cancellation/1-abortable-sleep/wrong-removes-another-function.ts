// Removes a function that was never added: each arrow function is a new one.
// Fails: leaves no listener on the signal when the time is over
// Says: removeEventListener() needs the same function
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let quit: (reason: unknown) => void = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      quit = reject;
      timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => quit(signal.reason));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', () => quit(signal.reason));
  }
}
