// The listener stays when the work fails after the abort. (The event does not come again.)
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  return new Promise<T>((resolve, reject) => {
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave);
    const wait = async () => {
      try {
        resolve(await running);
      } catch (error) {
        if (hasLeft) return onLost(error);
        reject(error);
      }
      signal.removeEventListener('abort', leave);
    };
    wait();
  });
}
