// Starts the work before it looks at the signal. (A caller who has left wants nothing started.)
// Fails: rejects immediately when the signal was aborted before the call, and calls nothing
// Says: 'save' was started at 0 ms; expected: not at all.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  const running = work();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      running.catch(onLost);
      reject(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
  });
  return Promise.race([running, left]).finally(() => signal.removeEventListener('abort', leave));
}
