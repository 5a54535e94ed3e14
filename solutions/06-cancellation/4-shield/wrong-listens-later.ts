// Adds the listener after an `await`. (The caller may have aborted by then.)
// Fails: rejects with the reason of the signal at the moment of an abort
// Fails: calls onLost with the reason when the work rejects after the abort
// Says: Was the listener added during the call?
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const outcome = Promise.allSettled([running]);
  await null;
  let leave = () => {};
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
    signal.addEventListener('abort', leave);
  });
  const ended = await Promise.race([outcome, left]);
  signal.removeEventListener('abort', leave);
  if (!ended) {
    running.catch(onLost);
    throw signal.reason;
  }
  const [end] = ended;
  if (end.status === 'rejected') throw end.reason;
  return end.value;
}
