// Looks every millisecond whether the work has ended.
// Fails: fulfils with the value when the work fulfils first, whatever value it is
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: Does your code poll, or guess a time?
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let result: PromiseSettledResult<T> | undefined;
  Promise.allSettled([work()]).then(([end]) => {
    result = end;
    if (hasLeft && end.status === 'rejected') onLost(end.reason);
  });
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
  };
  signal.addEventListener('abort', leave);
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', stop);
    const timer = setInterval(look, 1);
    function stop() {
      clearInterval(timer);
      reject(signal.reason);
    }
    function look() {
      if (!result) return;
      clearInterval(timer);
      signal.removeEventListener('abort', leave);
      signal.removeEventListener('abort', stop);
      if (result.status === 'fulfilled') resolve(result.value);
      else reject(result.reason);
    }
  });
}
