// A signal joined of the given one and of one that the end of the work aborts: either ends the wait.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const over = new AbortController();
  const end = () => over.abort();
  running.then(end, end);
  const either = AbortSignal.any([signal, over.signal]);
  await new Promise((resolve) => either.addEventListener('abort', resolve));
  if (over.signal.aborted) return running;
  running.catch(onLost);
  throw signal.reason;
}
