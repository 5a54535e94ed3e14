// Passes on the event, which the listener gets as its argument, and not the reason.
// Fails: rejects with the reason of the signal at the moment of an abort
// Says: The reason is in `signal.reason`.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = (event: Event) => {
      reject(event);
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
