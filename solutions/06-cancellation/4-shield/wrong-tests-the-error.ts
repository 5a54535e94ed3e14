// Asks the reason itself whether there was a failure. (A promise may reject with `undefined`.)
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: When the work has the reason undefined
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  let result: T | undefined;
  let failure: unknown;
  const end = work().then(
    (value) => {
      result = value;
    },
    (error) => {
      failure = error;
    },
  );
  const { promise: left, leave } = departure(signal);
  const hasLeft = await Promise.race([end.then(() => false), left]);
  signal.removeEventListener('abort', leave);
  if (hasLeft) {
    end.then(() => failure && onLost(failure));
    throw signal.reason;
  }
  if (failure) throw failure;
  return result as T;
}

function departure(signal: AbortSignal) {
  let leave = () => {};
  const promise = new Promise<boolean>((resolve) => {
    leave = () => resolve(true);
    signal.addEventListener('abort', leave);
  });
  return { promise, leave };
}
