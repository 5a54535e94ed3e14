// Makes an error of its own for the reason of `AbortSignal.timeout`. (A caller looks for that name.)
// Fails: rejects with the reason of the signal at the moment of an abort
// Says: The expected reason is the `cause` of that error.
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
      const { reason } = signal;
      reject(reason?.name === 'TimeoutError' ? new Error('too slow', { cause: reason }) : reason);
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
