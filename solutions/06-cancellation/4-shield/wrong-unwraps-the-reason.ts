// Awaits the reason of the signal. (`await` takes a thenable apart, and a rejection does not.)
// Fails: rejects with the reason of the signal at the moment of an abort
// Says: expected a rejection with { then: [Function: then] }.
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
      Promise.resolve(signal.reason).then(reject, reject);
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
        onLost(error);
      });
  });
}
