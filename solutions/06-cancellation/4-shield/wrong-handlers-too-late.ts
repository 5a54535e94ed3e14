// Attaches its handlers after an `await`. (The promise may have rejected by then.)
// Fails: calls work once, during the call, and never tells it to stop
// Fails: rejects with the same reason when the work rejects first, or throws
// Says: handled too late, in the same ms
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  let hasLeft = false;
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = () => {
      hasLeft = true;
      resolve();
    };
    signal.addEventListener('abort', leave);
  });
  await new Promise(setImmediate);
  const end = running.then(
    (value) => () => value,
    (error) => {
      if (hasLeft) onLost(error);
      return () => {
        throw error;
      };
    },
  );
  const result = await Promise.race([left, end]);
  signal.removeEventListener('abort', leave);
  if (!result) throw signal.reason;
  return result();
}
