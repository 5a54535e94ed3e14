// Rejects with an AbortError of its own. (The reason says who has left, and why.)
// Fails: rejects with the reason of the signal at the moment of an abort
// Fails: rejects immediately when the signal was aborted before the call, and calls nothing
// Says: Does your code make an error of its own? Pass on the reason as it is
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  if (signal.aborted) throw new DOMException('The caller has left', 'AbortError');
  const running = work();
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(new DOMException('The caller has left', 'AbortError'));
      running.catch(onLost);
    };
    signal.addEventListener('abort', leave, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
