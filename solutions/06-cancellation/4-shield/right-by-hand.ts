// A promise made by hand, and a flag that says whether the caller has left.
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
    const finish = (value: T) => {
      signal.removeEventListener('abort', leave);
      resolve(value);
    };
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', leave);
      if (hasLeft) onLost(error);
      else reject(error);
    };
    work().then(finish, fail);
    signal.addEventListener('abort', leave);
  });
}
