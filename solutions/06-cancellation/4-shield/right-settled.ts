// `allSettled` never rejects, so it can be raced without a loss: its result is looked at by the one that stays.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const ending = Promise.allSettled([work()]);
  const over = new AbortController();
  const left = new Promise<'left'>((resolve) => {
    signal.addEventListener('abort', () => resolve('left'), { signal: over.signal });
  });
  const first = await Promise.race([ending, left]);
  over.abort();
  if (first === 'left') {
    ending.then(([end]) => end.status === 'rejected' && onLost(end.reason));
    throw signal.reason;
  }
  const [end] = first;
  if (end.status === 'rejected') throw end.reason;
  return end.value;
}
