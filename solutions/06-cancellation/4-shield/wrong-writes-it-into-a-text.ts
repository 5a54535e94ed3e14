// Writes the failure into a text first. (Of a Symbol no text can be made in that way.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: Does a handler of your own throw it?
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      reject(signal.reason);
    };
    let running: Promise<T>;
    try {
      running = work();
    } catch (error) {
      return reject(error);
    }
    signal.addEventListener('abort', leave, { once: true });
    running
      .finally(() => signal.removeEventListener('abort', leave))
      .then(resolve, (error) => {
        if (!hasLeft) return reject(error);
        const line = `lost: ${error}`;
        if (line !== '') onLost(error);
      });
  });
}
