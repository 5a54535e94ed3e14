// Adds the listener before the call of `work`, and leaves it there when `work` throws.
// Fails: leaves no listener on the signal when the work has ended
// Says: A listener stays on its signal until your code removes it
export function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let settle = reject;
    const leave = () => {
      settle(signal.reason);
      settle = onLost;
    };
    signal.addEventListener('abort', leave);
    work().then(
      (value) => {
        signal.removeEventListener('abort', leave);
        resolve(value);
      },
      (error) => {
        signal.removeEventListener('abort', leave);
        settle(error);
      },
    );
  });
}
