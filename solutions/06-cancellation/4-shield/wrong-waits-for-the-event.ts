// Only listens for the event, which does not come again when the signal was aborted before.
// Fails: rejects immediately when the signal was aborted before the call, and calls nothing
// Says: its 'abort' event does not come again
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave);
    const run = async () => work();
    run().then(
      (value) => {
        signal.removeEventListener('abort', leave);
        resolve(value);
      },
      (error) => {
        signal.removeEventListener('abort', leave);
        if (hasLeft) onLost(error);
        else reject(error);
      },
    );
  });
}
